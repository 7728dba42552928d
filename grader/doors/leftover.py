"""A `raise` of the stub that was left where the student's own code now stands."""

from collections.abc import Callable, Iterable

from grader.student import Place, Stopped
from grader.text import lines as lines_of

_RAISE = "raise NotImplementedError"
_NO_CODE = ("#", '"', "'")  # how a line begins that is a comment or a docstring
_DOCSTRING = ('"""', "'''")


def left_over(place: Place | None, text_of: Callable[[str], str]) -> str:
    """What to add to "still to do" where code stands beside the line that says so; empty where none does."""
    if place is None:
        return ""
    try:
        lines = lines_of(text_of(place.file))
    except Stopped:  # a notebook's text is not to be had
        return ""
    at = place.line - 1
    if not 0 <= at < len(lines) or not lines[at].strip().startswith(_RAISE):
        return ""
    deep, above, below = _depth(lines[at]), _next(reversed(lines[:at])), _next(lines[at + 1 :])
    # Deeper below it can stand only the rest of the line itself.
    mine = (_is_code(above) and _depth(above) >= deep) or (_is_code(below) and _depth(below) == deep)
    return "; your own code stands beside this line of the stub: delete the line" if mine else ""


def _next(lines: Iterable[str]) -> str:
    """The first line that is not empty; "" where none is."""
    return next((line.expandtabs() for line in lines if line.strip()), "")


def _depth(line: str) -> int:
    line = line.expandtabs()
    return len(line) - len(line.lstrip())


def _is_code(line: str) -> bool:
    line = line.strip()
    return line != "" and not line.startswith(_NO_CODE) and not any(end in line for end in _DOCSTRING)
