"""The rows of a board: in columns, or in a narrow terminal in two lines each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import shorten, wrap

from grader.telling.story import State

_SHORTEST = 12  # columns that a title has at least
_MARGIN = " " * 4


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a board."""

    state: State
    name: str
    title: str
    points: str
    said: str


def laid_out(rows: Sequence[Row], width: int, unicode: bool) -> Iterator[tuple[Row, str]]:
    """Each row with the lines that tell it; titles have the room that the other columns leave."""
    name, title, points, said = (
        max((len(getattr(row, column)) for row in rows), default=0)
        for column in ("name", "title", "points", "said")
    )
    room = width - len("  ✔ ") - name - 1 - 2 - points - 2 - said
    for row in rows:
        sign = row.state.sign if unicode else row.state.plain
        if room >= _SHORTEST:
            titled = f"{shortened(row.title, room):{min(title, room)}}"
            yield row, f"  {sign} {row.name:{name}} {titled}  {row.points:>{points}}  {row.said}".rstrip()
        else:
            yield row, "\n".join([_first(row, sign, width), *_below(row, width)])


def _first(row: Row, sign: str, width: int) -> str:
    begins = f"  {sign} {row.name}"
    return f"{begins}{row.points:>{width - len(begins)}}".rstrip()


def _below(row: Row, width: int) -> list[str]:
    about = f"{row.title.strip()}: {row.said}"
    return wrap(about, width, initial_indent=_MARGIN, subsequent_indent=_MARGIN, break_on_hyphens=False)


def shortened(title: str, room: int) -> str:
    """A title in so many columns."""
    return shorten(title, room, placeholder=" …", break_on_hyphens=False)
