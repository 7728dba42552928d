"""Studies without their wrong models: what each model shows is known by tags, and its words are sealed.

`grader release` writes them, because the code of a wrong model is nearly that of a solution. A student's code
is looked at as ever. If it shows what a wrong model shows, that opens the words of this mistake and of no
other. Names come out as with the models themselves.
"""

import importlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from grader.checking.observed import Observed
from grader.checking.sealed import Seal, opened, tag
from grader.checking.study import Finding, Study, is_strange
from grader.doors.outline import Outline
from grader.errors import KitError

RECORDS = "recorded.json"
_TEXTS = {field.name for field in fields(Finding)}

Record = Mapping[str, Any]  # of one model; the keys say how it is recognised


@dataclass(frozen=True, kw_only=True)
class Recorded(Study):
    """`entry` names the answer that is looked at, where the probe shows several; `cases` how many results."""

    seal: Seal
    known: Sequence[Record]  # right models
    wrong: Sequence[Record]
    findings: Mapping[str, str]  # tag of a finding's key → its sealed texts
    named: Callable[[str], Any]  # "module:name" → the clue
    entry: str = ""
    cases: int | None = None

    def explain(self, observed: Observed, outline: Outline) -> Finding | None:
        """As in `Study`."""
        found, seen = self._seen(observed)
        look = _Look(self.seal, seen)
        if not found or any(self._opens(record, look) is not None for record in self.known):
            return None
        keys = (self._opens(record, look) for record in self.wrong)
        fitting = [self._finding(key) for key in dict.fromkeys(filter(None, keys))]
        if len(fitting) == 1 and not fitting[0]["clue"]:
            return _told(fitting[0])
        return self._among(fitting, outline.inside(self.about)) if fitting else None

    def _seen(self, observed: Observed) -> tuple[bool, Observed]:
        """What is looked at, of all that the probe shows."""
        if self.entry:
            return type(observed) is dict, observed.get(self.entry) if type(observed) is dict else None
        whole = self.cases is None or type(observed) is not tuple
        return True, observed if whole else observed[: self.cases]

    def _among(self, fitting: Sequence[Record], source: Outline) -> Finding | None:
        """As `Study._between`: a clue in the source decides, or else a group of look-alikes is named."""
        clear = [each for each in fitting if each["clue"] and self.named(each["clue"])(source)]
        if len(clear) == 1:
            return _told(clear[0])
        groups = [{name for name, _ in each["groups"]} for each in fitting]
        shared = (key for name, key in fitting[0]["groups"] if all(name in group for group in groups))
        key = next(shared, None)
        return None if key is None else _told(self._finding(bytes.fromhex(key)))

    def _finding(self, key: bytes) -> Record:
        content: Record = json.loads(opened(key, self.findings[tag(key)]))
        return content

    # --- recognising a model ---------------------------------------------------------------------

    def _opens(self, record: Record, look: "_Look") -> bytes | None:
        """The key of the finding that this record is of, if its model shows what was seen."""
        match record:
            case {"whole": mark}:
                return _opened([mark], look.keys())
            case {"at": int(place), "word": mark}:
                there = type(look.seen) is tuple and len(look.seen) > place
                return _opened([mark], look.keys(place)) if there else None
            case {"strange": choices, "at": place, "key": key}:
                return bytes.fromhex(key) if is_strange(look.seen, choices, place) else None
            case {"ordered": mark, "parts": parts}:
                return self._unordered(mark, parts, look)
        return None

    def _unordered(self, mark: Sequence[str], parts: Sequence[Any], look: "_Look") -> bytes | None:
        """As `Unordered._shows`: as written where children have an order, else in any order."""
        match look.seen:
            case (bool(ordered), *found) if len(found) == len(parts):
                if ordered and all(type(each) is tuple and len(each) == 1 for each in found):
                    return _opened([mark], look.keys())
                shares = [self._share(*each) for each in zip(parts, found, strict=True)]
                if all(share is not None for share in shares):
                    return joined([share for share in shares if share is not None])
        return None

    def _share(self, part: Mapping[str, str], found: Observed) -> bytes | None:
        if type(found) is not tuple or not found:
            return None
        opening = [_opened([*part.items()], _Look(self.seal, each).keys()) for each in found]
        return None if None in opening else opening[0]


class _Look:
    """What was seen, and its keys by their tags: made once, and tried on every record."""

    def __init__(self, seal: Seal, seen: Observed) -> None:
        self.seal, self.seen = seal, seen
        self._made: dict[int | None, Mapping[str, bytes]] = {}

    def keys(self, place: int | None = None) -> Mapping[str, bytes]:
        """Of all of it, or of what stands in one place."""
        if place not in self._made:
            part = self.seen if place is None else self.seen[place]
            self._made[place] = {tag(key): key for key in self.seal.keys(part)}
        return self._made[place]


def _opened(marks: Sequence[Sequence[str]], keys: Mapping[str, bytes]) -> bytes | None:
    return next((opened(keys[name], text) for name, text in marks if name in keys), None)


def joined(shares: Sequence[bytes]) -> bytes:
    """The key that all shares together give."""
    total = bytes(len(shares[0]))
    for share in shares:
        total = bytes(map(int.__xor__, total, share))
    return total


def _told(content: Record) -> Finding:
    texts: dict[str, Any] = {
        k: tuple(v) if isinstance(v, list) else v for k, v in content.items() if k in _TEXTS
    }
    return Finding(**texts)


def recorded(package: str, folder: str) -> tuple[Study, ...]:
    """The studies of a released lesson, in order: `recorded(__name__, __file__)` in its `misconceptions`."""
    path = Path(folder).with_name(RECORDS)
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
        return tuple(_studies(package, table))
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise KitError(f"{path} cannot be read: {error}", "take it from the release again") from error


def _studies(package: str, table: Mapping[str, Any]) -> Iterator[Study]:
    def named(name: str) -> Any:
        module, _, attribute = name.partition(":")
        return getattr(importlib.import_module(f"{package}.{module}"), attribute)

    for number, each in enumerate(table["studies"]):
        if "code" in each:
            found = named(each["code"])
            yield found if isinstance(found, Study) else found[each["number"]]
        else:
            yield Recorded(
                **{
                    name: each[name]
                    for name in ("exercise", "about", "known", "wrong", "findings", "entry", "cases")
                },
                probe=named(each["probe"]),
                checks=tuple(each["checks"]),
                seal=Seal(f"{table['salt']} {number}", each["precision"]),
                named=named,
                right=(),
                misconceptions=(),
            )
