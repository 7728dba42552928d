"""The student's progress board: what pytest prints at the end of a run."""

from collections.abc import Callable
from pathlib import Path

import pytest

from grader.checking.ledger import Ledger
from grader.checking.student_run import StudentRun
from grader.checking.turn import CHECK
from grader.model import CheckResult, Lesson
from grader.telling.page import LessonBoard
from grader.telling.remembered import Memory
from grader.telling.story import next_exercise


class Board:
    """Replaces pytest's own account of failures, unless `-v` or `--tb` asks for that."""

    def __init__(self, config: pytest.Config, checked: StudentRun, folder: Callable[[Lesson], Path]) -> None:
        self.config = config
        self.checked = checked
        self.folder = folder  # where a lesson's files are
        self.quiet = config.option.verbose <= 0 and config.option.tbstyle == "auto"

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_finish(self, session: pytest.Session) -> None:
        reporter = self.config.pluginmanager.get_plugin("terminalreporter")
        only_checks = session.items and all(CHECK in item.stash for item in session.items)
        if session.testsfailed:  # a file that cannot be collected is told by pytest alone
            return
        if self.quiet and reporter and only_checks and not self.config.option.collectonly:
            # The board says it all: no dots, no tracebacks, no list of failures.
            self.config.option.verbose = -1
            self.config.option.tbstyle = "no"
            reporter.reportchars = ""
            reporter._show_progress_info = False  # "[ 50%]": only `-o console_output_style` could say so

    @pytest.hookimpl(tryfirst=True)
    def pytest_report_teststatus(self, report: pytest.TestReport) -> tuple[str, str, str] | None:
        result: CheckResult | None = getattr(report, "learning_loop", None)
        if result is None:
            return None
        letter = "" if self.quiet else {"passed": ".", "todo": "-", "waiting": "~"}.get(result.status, "F")
        return result.status, letter, result.status.upper()

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        """Look closely at what is next. Success means that everything is done, so waiting is no success."""
        ledgers, current = self.checked.ledgers, self.current()
        if current is not None and not self.config.getoption("usepdb"):
            following = next_exercise(current.checked(), current.lesson.order)
            if following is not None:
                exercise = current.lesson.exercise(following.name)
                self.checked.explain(current.lesson.name, exercise)
            self.checked.locate(current.lesson.name)
        undone = any(ledger.undone(ledger.results) for ledger in ledgers.values())
        if exitstatus == pytest.ExitCode.OK and undone:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        current, space, memory = self.current(), True, Memory(self.config)
        ledgers = [ledger for ledger in self.checked.ledgers.values() if ledger.results]
        begun = any(ledger.points(exercise) for ledger in ledgers for exercise in ledger.results)
        for ledger in ledgers:
            folder = self.folder(ledger.lesson)
            page = LessonBoard(terminalreporter, ledger, self._shortened(folder), memory)
            page.learned = memory.first_time(str(folder), page.done)
            if ledger is current:
                page.write(begun)
            else:
                page.summary(space)
            space = ledger is current

    def current(self) -> Ledger | None:
        """Of the lessons that were checked, the first that is not finished; with all finished the last."""
        ledgers = [ledger for ledger in self.checked.ledgers.values() if ledger.results]
        undone = (ledger for ledger in ledgers if ledger.undone(ledger.results))
        return next(undone, ledgers[-1] if ledgers else None)

    def _shortened(self, folder: Path) -> Path:
        """`folder` as seen from where pytest was started, if it is below."""
        start = self.config.invocation_params.dir
        return folder.relative_to(start) if folder.is_relative_to(start) else folder
