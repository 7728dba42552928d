"""A class in parts, each for a machine of its own: who is in which part, and which part a folder holds.

Whose part a student is in follows from the id alone: every machine finds out for itself, and a class that
grows moves nobody. The folder of a part says in shard.json which part it is, and of which class, so that
`grader.grading.merging` can tell what is missing:

    {"schema": "learning-loop/shard/1", "shard": "2/3", "lesson": "first_loop", "students": ["ada", "bob"]}
"""

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from grader import text
from grader.errors import UsageError
from grader.grading.shelf import RECORD, Shelf
from grader.intake.intake import Entry
from grader.model import Lesson

NAME = "shard.json"
SCHEMA = "learning-loop/shard/1"
_WRITTEN = re.compile(r"([1-9][0-9]{0,5})/([1-9][0-9]{0,5})")


@dataclass(frozen=True, slots=True, order=True)
class Shard:
    """Part `number` of `count`, counted from 1."""

    number: int
    count: int

    def __str__(self) -> str:
        return f"{self.number}/{self.count}"


@dataclass(frozen=True, slots=True)
class Share:
    """What shard.json holds: which part it is, and the ids of the whole class that it is a part of."""

    shard: Shard
    lesson: str
    students: tuple[str, ...]

    @property
    def own(self) -> tuple[str, ...]:
        """Who is in this part."""
        return tuple(student for student in self.students if of(student, self.shard.count) == self.shard)


def parse(written: str) -> Shard:
    """The shard that is written as "2/3". UsageError when there is none like that."""
    found = _WRITTEN.fullmatch(written)
    shard = Shard(*map(int, found.groups())) if found else Shard(0, 0)
    if not 1 <= shard.number <= shard.count:
        raise UsageError(
            f"{text.one_line(written)} is no shard",
            "of three machines the second has --shard 2/3, the last 3/3",
        )
    return shard


def of(student: str, count: int) -> Shard:
    """The one of `count` shards that a student is in, by id; the same on every machine."""
    digest = hashlib.sha256(student.encode("utf-8", "surrogatepass")).digest()
    return Shard(int.from_bytes(digest[:8], "big") % count + 1, count)


def begin(shelf: Shelf, shard: Shard | None, lesson: Lesson, entries: Sequence[Entry]) -> Sequence[Entry]:
    """The entries to grade into this folder, which from now on holds this part of the class.

    UsageError when it holds another part, or a whole class: that would mix what no one could tell apart.
    """
    _require_same(shelf.out, shard)
    if shard is None:
        return entries
    shelf.write(NAME, _dumps(Share(shard, lesson.name, tuple(sorted(e.student.id for e in entries)))))
    return mine(shard, entries)


def mine(shard: Shard | None, entries: Sequence[Entry]) -> Sequence[Entry]:
    """The entries of a shard; all of them where there is none."""
    if shard is None:
        return entries
    return [entry for entry in entries if of(entry.student.id, shard.count) == shard]


def _require_same(out: Path, shard: Shard | None) -> None:
    share = load(out)
    if share is None and shard and any(out.glob(f"*/{RECORD}")):
        raise UsageError(f"{out} holds the reports of a whole class", "choose another folder with --out")
    if share is not None and share.shard != shard:
        hint = f"go on with --shard {share.shard}, or choose another folder with --out"
        raise UsageError(f"{out} holds shard {share.shard} of a class", hint)


def load(folder: Path) -> Share | None:
    """Which part is in a folder; None where it holds no part. UsageError when nobody can tell."""
    path = folder / NAME
    try:
        table = json.loads(path.read_bytes())
        if table["schema"] != SCHEMA:
            raise ValueError(f"its schema is not {SCHEMA}")
        return Share(parse(table["shard"]), _text(table["lesson"]), tuple(map(_text, table["students"])))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError, TypeError, KeyError, UsageError) as error:
        raise UsageError(
            f"{path} cannot be read: {error}", "grade this shard again in a new folder"
        ) from None


def _dumps(share: Share) -> str:
    table = {"schema": SCHEMA, "shard": str(share.shard), "lesson": share.lesson, "students": share.students}
    return f"{json.dumps(table, indent=1, ensure_ascii=False)}\n"


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("a text in it is none")
    return value


def shown(students: Iterable[str], most: int = 20) -> str:
    """Ids or names for a message, and how many more there are. Some class lists write “Lovelace, Ada”."""
    names = sorted(text.one_line(student) for student in students)
    sign = "; " if any("," in name for name in names) else ", "
    more = f" and {len(names) - most:,} more" if len(names) > most else ""
    return f"{sign.join(names[:most])}{more}"
