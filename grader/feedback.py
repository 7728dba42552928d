"""What CI runs in a student's repository: pytest as at home, told on lines and on the page of the run.

    python -m grader.feedback [--pass-at PERCENT] [--points FILE] [pytest's own arguments]

It is advice, not a mark: student code runs in this process. Unfinished work is no error, so the exit code is
0 unless the points of the current lesson are below --pass-at, or pytest itself could not check anything.
"""

import argparse
import contextlib
import io
import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from grader.checking.ledger import Ledger
from grader.telling.board import Board
from grader.telling.exports import github

_BELOW = 1
_QUIET = ("-W", "ignore::pytest.PytestAssertRewriteWarning")  # `python -m` has read some of ours by now
_RAN = (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED)


class _Notes:
    """Keeps what the board knows when pytest ends."""

    def __init__(self) -> None:
        self.board: Board | None = None

    def pytest_unconfigure(self, config: pytest.Config) -> None:
        self.board = config.pluginmanager.get_plugin("learning-loop-board")


def main(arguments: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run pytest, tell what came of it, and return the exit code."""
    options, rest = _parser().parse_known_args(arguments)
    notes, printed = _Notes(), io.StringIO()
    with contextlib.redirect_stdout(printed):
        ended = pytest.main([*_QUIET, *rest], plugins=[notes])
    print(_log(printed.getvalue(), notes.board, environment), flush=True)
    if summary := environment.get("GITHUB_STEP_SUMMARY"):
        with Path(summary).open("a", encoding="utf-8") as page:
            page.write(github.shortened(_fenced(printed.getvalue())))
    ledgers = {} if notes.board is None else notes.board.checked.ledgers
    if options.points:
        points = {name: _points(ledger) for name, ledger in ledgers.items()}
        Path(options.points).write_text(json.dumps(points) + "\n", encoding="utf-8")
    if ended not in _RAN or notes.board is None:
        return int(ended) or _BELOW
    current = notes.board.current()
    return 0 if current is None or _reaches(current, options.pass_at) else _BELOW


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m grader.feedback", allow_abbrev=False)
    parser.add_argument("--pass-at", type=float, default=0.0, metavar="PERCENT")
    parser.add_argument("--points", metavar="FILE", help="write the points of each lesson there, as JSON")
    return parser


def _log(printed: str, board: Board | None, environment: Mapping[str, str]) -> str:
    """What the log shows; on GitHub that includes annotations on the lines of the current lesson."""
    current = board.current() if board is not None else None
    if environment.get("GITHUB_ACTIONS") != "true" or board is None or current is None:
        return printed
    folder = Path(os.path.relpath(board.folder(current.lesson), environment.get("GITHUB_WORKSPACE") or "."))
    return "\n".join([github.stopped(printed), *github.of_exercises(current.checked(), folder.as_posix())])


def _fenced(printed: str) -> str:
    """The board as a block of Markdown, in which nothing is markup."""
    fence = "```"
    while fence in printed:
        fence += "`"
    return f"{fence}text\n{printed.strip()}\n{fence}\n"


def _points(ledger: Ledger) -> tuple[float, float]:
    """The points reached, and those there are."""
    reached = sum(ledger.points(exercise.name) for exercise in ledger.lesson.exercises)
    return round(reached, 2), sum(exercise.points for exercise in ledger.lesson.exercises)


def _reaches(ledger: Ledger, percent: float) -> bool:
    got, possible = _points(ledger)
    return 100 * got >= percent * possible


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.environ))
