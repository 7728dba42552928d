"""What stands where in a student's file: lines for a diagnosis to point to, and clues that break ties.

The file is parsed where student code runs, never in the process that decides (see `source.outline`). So an
outline is the student's word: good for pointing at a line, never for points.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

MAX_ENTRIES = 5_000


class SourceRow(NamedTuple):
    """One thing in the source. `source.outline` lists the kinds; lines count from 1."""

    kind: str
    name: str
    line: int
    end: int


@dataclass(frozen=True, slots=True)
class Outline:
    """The rows of one file, in the order of their lines."""

    rows: tuple[SourceRow, ...] = ()

    @classmethod
    def of(cls, rows: Any) -> "Outline":
        """An outline of the rows that arrived over the wire; rows of another form are left out."""
        return cls(tuple(_entries(rows)))

    def line(self, about: str, mark: str = "") -> int | None:
        """The line of the last `mark` ("store grad", "call range") inside of `about`, a function or constant.

        The first line of `about` where there is no such mark in it; None where there is no `about`.
        """
        inside = self.inside(about)
        kind, _, name = mark.partition(" ")
        marks = [e.line for e in inside.rows if e.kind == kind and (not name or e.name == name)]
        if marks:
            return marks[-1]
        return inside.rows[0].line if inside.rows else None

    def inside(self, about: str) -> "Outline":
        """The rows of `about` and of what stands inside it. Of two definitions the last one counts."""
        whole = [e for e in self.rows if e.name == about and e.kind in ("function", "constant")]
        if not whole:
            return Outline()
        owner = whole[-1]
        within = [e for e in self.rows if e is not owner and owner.line <= e.line <= owner.end]
        return Outline((owner, *within))

    def twice(self, names: Iterable[str]) -> tuple[str, tuple[int, ...]] | None:
        """The first of these functions that is defined more than once, and in which lines."""
        for name in names:
            found = [e for e in self.rows if e.kind == "function" and e.name == name]
            apart = [e for e in found if not any(o.line < e.line and e.end <= o.end for o in found)]
            if len(apart) > 1:
                return name, tuple(e.line for e in apart)
        return None

    def lines(self, kind: str, name: str = "") -> tuple[int, ...]:
        """Where things of this kind and name stand."""
        return tuple(e.line for e in self.rows if e.kind == kind and (not name or e.name == name))

    def functions(self) -> tuple[SourceRow, ...]:
        """The functions that are defined inside of the first entry."""
        return tuple(e for e in self.rows[1:] if e.kind == "function")

    def has(self, kind: str, name: str = "") -> bool:
        """Whether there is such a thing at all."""
        return bool(self.lines(kind, name))


def _entries(rows: Any) -> Iterable[SourceRow]:
    for row in rows[:MAX_ENTRIES] if type(rows) is list else ():
        match row:
            case [str(kind), str(name), int(line), int(end)] if 0 < line <= end < 10**7:
                yield SourceRow(kind, name, line, end)
