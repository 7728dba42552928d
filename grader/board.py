"""The student's progress board: what pytest prints at the end of a run."""

import sys
from collections.abc import Mapping

import pytest

from grader.ledger import Ledger
from grader.model import CheckResult, Exercise

WIDTH = 78
_SIGNS = {"passed": "✔", "todo": "·", "waiting": "…"}
_PLAIN_SIGNS = {"✔": "+", "✘": "x", "·": "-", "…": "~"}
_WORDS = {
    "passed": "done",
    "todo": "to do",
    "timed_out": "ran too long",
    "crashed": "crashed",
    "ungraded": "could not be checked",
}
_COLOURS = {"passed": "green", "todo": "cyan", "waiting": "yellow"}


class Board:
    """Replaces pytest's own account of failures, unless `-v` asks for that."""

    def __init__(self, config: pytest.Config, ledgers: Mapping[str, Ledger]) -> None:
        self.config = config
        self.ledgers = ledgers
        self.quiet = config.option.verbose == 0 and config.option.tbstyle == "auto"

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_finish(self, session: pytest.Session) -> None:
        only_checks = bool(session.items) and bool(self._lesson_items(session))
        if self.quiet and only_checks:
            # The board says it all: no dots, no tracebacks, no list of failures.
            self.config.option.verbose = -1
            self.config.option.tbstyle = "no"
            self.config.option.reportchars = ""

    def _lesson_items(self, session: pytest.Session) -> bool:
        from grader.checks import CHECK  # the plugin imports the board

        return all(CHECK in item.stash for item in session.items)

    @pytest.hookimpl(tryfirst=True)
    def pytest_report_teststatus(self, report: pytest.TestReport) -> tuple[str, str, str] | None:
        result: CheckResult | None = getattr(report, "learning_loop", None)
        if result is None:
            return None
        letter = "" if self.quiet else {"passed": ".", "todo": "-", "waiting": "~"}.get(result.status, "F")
        return result.status, letter, result.status.upper()

    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        """Success means that everything is done, so waiting is no success."""
        undone = any(ledger.undone(ledger.results) for ledger in self.ledgers.values())
        if exitstatus == pytest.ExitCode.OK and undone:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        for ledger in self.ledgers.values():
            if ledger.results:
                _Page(terminalreporter, ledger).write()


class _Page:
    """The board of one lesson."""

    def __init__(self, reporter: pytest.TerminalReporter, ledger: Ledger) -> None:
        self.out = reporter
        self.ledger = ledger
        self.unicode = "utf" in (getattr(sys.stdout, "encoding", "") or "").lower()

    def write(self) -> None:
        shown = [e for e in self.ledger.lesson.exercises if e.name in self.ledger.results]
        reached = sum(self.ledger.points(e.name) for e in shown)
        title = self.ledger.lesson.title
        total = f"{reached:g} of {sum(e.points for e in shown):g} points"
        self.line()
        self.line(f"{title}{total:>{max(1, WIDTH - len(title))}}", bold=True)
        self.line()
        for exercise in shown:
            self.row(exercise)
        self.line()

    def row(self, exercise: Exercise) -> None:
        status = self.ledger.status(exercise.name)
        sign = _SIGNS.get(status, "✘")
        points = f"{self.ledger.points(exercise.name):g}/{exercise.points:g}"
        words = f"{sign} {exercise.name:<14} {exercise.title:<36.36} {points:>8}  {self.state(exercise)}"
        self.line(f"  {words}", **{_COLOURS.get(status, "red"): True})

    def state(self, exercise: Exercise) -> str:
        status = self.ledger.status(exercise.name)
        if status == "waiting":
            names = " and ".join(f"`{n}`" for n in self.ledger.undone(exercise.needs))
            return f"waiting for {names}"
        return _WORDS.get(status, "not right yet")

    def line(self, text: str = "", **markup: bool) -> None:
        if not self.unicode:
            for sign, plain in _PLAIN_SIGNS.items():
                text = text.replace(sign, plain)
        self.out.write_line(text, **markup)
