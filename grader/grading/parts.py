"""The folders of a class that was graded in parts: what each holds, and whether they belong together.

They are read and never written to, and kept still meanwhile.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from grader import text
from grader.errors import UsageError
from grader.grading import history, journal, record, shards
from grader.grading.changes import Conditions
from grader.grading.journal import JournalLine
from grader.grading.rendering import RENDERS
from grader.grading.shards import Shard, Share
from grader.grading.shelf import HANDED_IN, HISTORY, JOURNAL, RECORD, RUN, texts
from grader.grading.turns import still
from grader.model import Grade
from grader.naming import report_folder_name

_FILES = ("report.html", "report.md", RECORD, RUN, HANDED_IN)
_NAMED = 5  # folders in one line


@dataclass(frozen=True, slots=True)
class Part:
    """One shard in its folder. `lines` and `history` are what was noted there, as far as that came along."""

    path: Path
    share: Share
    lines: Mapping[str, JournalLine]
    history: Mapping[str, Sequence[bytes]]


@dataclass(frozen=True, slots=True)
class PartReport:
    """One report of a part, whole."""

    grade: Grade
    conditions: Conditions
    files: Mapping[str, bytes]


@contextmanager
def opened(paths: Sequence[Path], out: Path) -> Iterator[list[Part]]:
    """The parts in these folders, kept still while they are read. UsageError unless they are of one class."""
    with ExitStack() as stack:
        parts = []
        for path in paths:
            _require_apart(path, out)
            stack.enter_context(still(path))
            parts.append(_part(path))
        if shards.load(out):
            raise UsageError(f"{out} holds a shard itself", "choose another folder with --out")
        _require_one_class(parts)
        yield parts


def _part(path: Path) -> Part:
    share = shards.load(path)
    if share is None:
        hint = "name the folders that `grader grade --shard` filled"
        raise UsageError(f"there is no shard in {path}", hint)
    return Part(path, share, journal.read(path / JOURNAL), history.read(path / HISTORY))


def _require_apart(path: Path, out: Path) -> None:
    part, whole = path.resolve(), out.resolve()
    if part == whole or part in whole.parents or whole in part.parents:
        raise UsageError(
            f"{out} and {path} lie in each other", "choose a folder beside the shards with --out"
        )


def _require_one_class(parts: Sequence[Part]) -> None:
    if len({(part.share.lesson, part.share.shard.count) for part in parts}) > 1:
        said = (f"{p.path} is shard {p.share.shard} of {text.one_line(p.share.lesson)}" for p in parts)
        raise UsageError("\n".join(["these are not the shards of one class:", *said]), "merge them apart")
    places: dict[Shard, Path] = {}
    for part in parts:
        if (shard := part.share.shard) in places:
            raise UsageError(f"{places[shard]} and {part.path} both hold shard {shard}", "name one of them")
        places[shard] = part.path


def report(part: Part, student: str) -> PartReport | None:
    """The report of a student in a part; None where it is not whole."""
    try:
        files = {name: _path(part, student, name).read_bytes() for name in _FILES}
        grade = record.loads(files[RECORD])
    except (OSError, UsageError):
        return None
    if (grade.student.id, grade.lesson) != (student, part.share.lesson):
        return None
    return PartReport(grade, texts(files[RUN], "conditions"), files)


def _path(part: Part, student: str, name: str) -> Path:
    return part.path / report_folder_name(student) / name


# --- the same conditions for everybody ---------------------------------------------------------


def require_same_conditions(parts: Sequence[Part], here: Conditions) -> None:
    """UsageError, saying which parts differ in what, unless all were graded alike, and by the kit here."""
    found = [pair for part in parts for pair in _conditions(part)]
    names = dict.fromkeys(chain.from_iterable(conditions for conditions, _ in found))
    if said := [line for name in names if (line := _difference(name, found, here))]:
        raise UsageError(
            "\n".join(["the parts were graded under different conditions:", *said]),
            "grade them again with this kit, under the same Python and libraries, and merge what that gives",
        )


def _conditions(part: Part) -> Iterator[tuple[Conditions, str]]:
    """Each set of conditions in a part, with where it is: more than one where a regrade was stopped."""
    noted = Counter(tuple(conditions.items()) for conditions in _noted(part))
    for conditions, count in noted.items():
        some = "" if len(noted) == 1 else f", {count} of {noted.total()} reports"
        yield dict(conditions), f"in {part.path}{some}"


def _noted(part: Part) -> Iterator[Conditions]:
    for student in part.share.own:
        with suppress(OSError):
            yield texts(_path(part, student, RUN).read_bytes(), "conditions")


def _difference(name: str, found: Iterable[tuple[Conditions, str]], here: Conditions) -> str:
    """Where which value of a condition is; empty when it is the same everywhere."""
    places: dict[str, list[str]] = {}
    for conditions, where in found:
        places.setdefault(conditions.get(name, "not noted"), []).append(where)
    if name in RENDERS:
        places.setdefault(here[name], []).insert(0, "here")
    if len(places) < 2:
        return ""
    values = (f"{text.one_line(value, 20)} {_listed(where)}" for value, where in places.items())
    return f"  {name}: {'; '.join(values)}"


def _listed(places: Sequence[str]) -> str:
    more = f" and in {len(places) - _NAMED} more" if len(places) > _NAMED else ""
    return f"{', '.join(places[:_NAMED])}{more}"
