"""What a student does next: the same on the board, in a notebook, in the report and in the class's table."""

from collections.abc import Iterable

from grader.model import CheckStatus

_LATER: tuple[CheckStatus, ...] = ("todo", "waiting")


def next_step(standings: Iterable[tuple[str, CheckStatus, bool]]) -> str | None:
    """The first exercise that was tried and is wrong; if there is none, the first that is not done, if any.

    For each exercise, `standings` holds its name, its status, and whether it builds on another exercise that
    is not done. If it does, it comes later, even if it is wrong with a working version of the other one.
    """
    undone = [standing for standing in standings if standing[1] != "passed"]
    wrong = [name for name, status, builds in undone if status not in _LATER and not builds]
    return next(iter([*wrong, *(name for name, _, _ in undone)]), None)
