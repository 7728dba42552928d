"""The student's progress board: what pytest prints at the end of a run."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from textwrap import indent, wrap

import pytest

from grader.ledger import Ledger
from grader.model import CheckResult, Exercise
from grader.suites import CHECK

WIDTH = 79
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
    """Replaces pytest's own account of failures, unless `-v` or `--tb` asks for that."""

    def __init__(self, config: pytest.Config, ledgers: Mapping[str, Ledger]) -> None:
        self.config = config
        self.ledgers = ledgers
        self.quiet = config.option.verbose == 0 and config.option.tbstyle == "auto"

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_finish(self, session: pytest.Session) -> None:
        reporter = self.config.pluginmanager.get_plugin("terminalreporter")
        if self.quiet and reporter and session.items and all(CHECK in item.stash for item in session.items):
            # The board says it all: no dots, no tracebacks, no list of failures.
            self.config.option.verbose = -1
            self.config.option.tbstyle = "no"
            reporter.reportchars = ""

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
                _Page(terminalreporter, ledger, self._rung).write()

    def _rung(self, exercise: Exercise) -> int:
        """Which hint to show: the first, and one further each time that --hint asks."""
        cache = self.config.cache
        key = "learning-loop/hints"
        seen: dict[str, int] = (cache.get(key, None) if cache else None) or {}
        if not self.config.getoption("--hint"):
            return 0
        rung = min(seen.get(exercise.name, 0) + 1, len(exercise.hints) - 1)
        if cache:
            cache.set(key, {**seen, exercise.name: rung})
        return rung


class _Page:
    """The board of one lesson."""

    def __init__(
        self, reporter: pytest.TerminalReporter, ledger: Ledger, rung: Callable[[Exercise], int]
    ) -> None:
        self.out = reporter
        self.ledger = ledger
        self.rung = rung
        self.unicode = "utf" in (getattr(sys.stdout, "encoding", "") or "").lower()

    def write(self) -> None:
        lesson = self.ledger.lesson
        shown = [e for e in lesson.exercises if e.name in self.ledger.results]
        reached = sum(self.ledger.points(e.name) for e in shown)
        total = f"{reached:g} of {sum(e.points for e in shown):g} points"
        self.line()
        self.line(f"{lesson.title}{total:>{max(1, WIDTH - len(lesson.title))}}", bold=True)
        self.line()
        for exercise in shown:
            self.row(exercise)
        self.line()
        self.outlook(shown)

    def row(self, exercise: Exercise) -> None:
        status = self.ledger.status(exercise.name)
        points = f"{self.ledger.points(exercise.name):g}/{exercise.points:g}"
        sign = _SIGNS.get(status, "✘")
        row = f"  {sign} {exercise.name:<13} {exercise.title:<34.34} {points:>7}  {self.state(exercise)}"
        self.line(row, **{_COLOURS.get(status, "red"): True})

    def state(self, exercise: Exercise) -> str:
        status = self.ledger.status(exercise.name)
        if status == "waiting":
            first = self.ledger.unusable(exercise.name)[:1]
            return f"waiting for `{first[0]}`" if first else "waiting"
        return _WORDS.get(status, "not right yet")

    # --- what to do next -----------------------------------------------------------------------

    def outlook(self, shown: list[Exercise]) -> None:
        """The first exercise that is not done: what is wrong with it, a hint, and where to go."""
        following = self.ledger.next_exercise()
        if following is not None:
            self.explain(next(e for e in shown if e.name == following))
        elif self.ledger.undone(["reflections"]):
            self.paragraph("next: the written answers in reflections.md; a person reads those.")
        else:
            self.paragraph("Everything here is done. Well played!")

    def explain(self, exercise: Exercise) -> None:
        failed = self.ledger.telling(exercise.name)
        if failed.status not in ("todo", "waiting"):
            self.failure(exercise, failed)
        asked = self.rung(exercise)
        if exercise.file not in self.ledger.unimportable and (failed.status != "todo" or asked > 0):
            more = "" if asked + 1 >= len(exercise.hints) else "  (`pytest --hint` for more)"
            self.paragraph(f"Hint: {exercise.hints[asked]}{more}")
        where = Path("exercises", self.ledger.lesson.name, exercise.file).as_posix()
        line = f", line {failed.line}" if failed.line else ""
        self.paragraph(f"next: `{exercise.name}` in {where}{line}", bold=True)

    def failure(self, exercise: Exercise, failed: CheckResult) -> None:
        self.line(f"{exercise.name}: {failed.title}", bold=True)
        for line in failed.message.splitlines():
            self.paragraph(line, "    ", space=False)
        self.line()
        if failed.example:
            self.line(f"    See for yourself, in a file next to {exercise.file}:")
            self.line()
            self.line(indent(failed.example, "        "))
            self.line()

    def paragraph(self, text: str, margin: str = "", space: bool = True, **markup: bool) -> None:
        for line in wrap(text, WIDTH, initial_indent=margin, subsequent_indent=margin):
            self.line(line, **markup)
        if space:
            self.line()

    def line(self, text: str = "", **markup: bool) -> None:
        if not self.unicode:
            for sign, plain in _PLAIN_SIGNS.items():
                text = text.replace(sign, plain)
        self.out.write_line(text, **markup)
