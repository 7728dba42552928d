"""The student's progress board: what pytest prints at the end of a run."""

import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from textwrap import indent, wrap

import pytest

from grader.checking.ledger import Ledger
from grader.checking.suites import CHECK
from grader.model import CheckResult, Exercise, Lesson
from grader.telling import graph
from grader.text import visible

WIDTH = 79
_SIGNS = {"passed": "✔", "partly": "·", "todo": "·", "waiting": "…"}
_PLAIN_SIGNS = {"passed": "+", "partly": "-", "todo": "-", "waiting": "~"}
# The lesson's own signs, for terminals that cannot show them.
_PLAIN = str.maketrans(
    {"²": "^2", "·": "*", "×": "*", "−": "-", "–": "-", "η": "eta", "ŷ": "y_hat", "≠": "!=", "…": "..."}
)
_WORDS = {
    "passed": "done",
    "todo": "to do",
    "timed_out": "ran too long",
    "crashed": "crashed",
    "ungraded": "could not be checked",
}
_COLOURS = {"passed": "green", "partly": "cyan", "todo": "cyan", "waiting": "yellow"}
_LONGEST = 600  # characters of a message; student code chooses some of them


class Board:
    """Replaces pytest's own account of failures, unless `-v` or `--tb` asks for that."""

    def __init__(
        self, config: pytest.Config, ledgers: Mapping[str, Ledger], folder: Callable[[Lesson], Path]
    ) -> None:
        self.config = config
        self.ledgers = ledgers
        self.folder = folder  # where a lesson's files are
        self.quiet = config.option.verbose <= 0 and config.option.tbstyle == "auto"

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_finish(self, session: pytest.Session) -> None:
        reporter = self.config.pluginmanager.get_plugin("terminalreporter")
        only_checks = session.items and all(CHECK in item.stash for item in session.items)
        if self.quiet and reporter and only_checks and not self.config.option.collectonly:
            # The board says it all: no dots, no tracebacks, no list of failures.
            self.config.option.verbose = -1
            self.config.option.tbstyle = "no"
            reporter.reportchars = ""
            reporter._show_progress_info = False

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
                folder = self._shortened(self.folder(ledger.lesson))
                _Page(terminalreporter, ledger, folder, partial(self._rung, ledger.lesson)).write()

    def _shortened(self, folder: Path) -> Path:
        """`folder` as seen from where pytest was started, if it is below."""
        start = self.config.invocation_params.dir
        return folder.relative_to(start) if folder.is_relative_to(start) else folder

    def _rung(self, lesson: Lesson, exercise: Exercise, first: int) -> int:
        """Which hint to show: `first`, and one further each time that --hint asks."""
        if not self.config.getoption("--hint"):
            return first
        cache = getattr(self.config, "cache", None)  # none with `-p no:cacheprovider`
        key = "learning-loop/hints"
        seen: dict[str, int] = (cache.get(key, None) if cache else None) or {}
        name = f"{lesson.name}/{exercise.name}"
        rung = min(max(first, seen.get(name, first)) + 1, len(exercise.hints) - 1)
        if cache:
            cache.set(key, {**seen, name: rung})
        return rung


class _Page:
    """The board of one lesson."""

    def __init__(
        self,
        reporter: pytest.TerminalReporter,
        ledger: Ledger,
        folder: Path,
        rung: Callable[[Exercise, int], int],
    ) -> None:
        self.out = reporter
        self.ledger = ledger
        self.folder = folder
        self.rung = rung
        self.unicode = "utf" in (getattr(sys.stdout, "encoding", "") or "").lower()

    def write(self) -> None:
        lesson = self.ledger.lesson
        shown = [e for e in lesson.exercises if e.name in self.ledger.results]
        reached = sum(self.ledger.points(e.name) for e in shown)
        total = f"{reached:g} of {sum(e.points for e in shown):g} points" if shown else ""
        self.line()
        self.line(f"{lesson.title}{total:>{max(1, WIDTH - len(lesson.title))}}", bold=True)
        self.line()
        for exercise in shown:
            self.row(exercise)
        self.line()
        self.outlook(shown)

    def row(self, exercise: Exercise) -> None:
        standing = self.standing(exercise)
        points = f"{self.ledger.points(exercise.name):g}/{exercise.points:g}"
        sign = _SIGNS.get(standing, "✘") if self.unicode else _PLAIN_SIGNS.get(standing, "x")
        wide = self.name_width()
        named = f"{exercise.name:<{wide}} {exercise.title:<{47 - wide}.{47 - wide}}"
        row = f"  {sign} {named} {points:>7}  {self.state(exercise)}"
        self.line(row, **{_COLOURS.get(standing, "red"): True})

    def name_width(self) -> int:
        """Columns for the names of exercises; what the longest takes beyond the usual, the titles give."""
        return max(13, *(len(exercise.name) for exercise in self.ledger.lesson.exercises))

    def standing(self, exercise: Exercise) -> str:
        """The status of an exercise; "partly" when what ran of it passed and the rest did not run."""
        status = self.ledger.status(exercise.name)
        return "partly" if status == "passed" and not self.ledger.complete(exercise.name) else status

    def state(self, exercise: Exercise) -> str:
        standing = self.standing(exercise)
        if standing == "partly":
            ran, checks = self.ledger.results[exercise.name], self.ledger.weights[exercise.name]
            return f"{len(ran)} of {len(checks)} checks ran"
        if standing == "waiting":
            first = self.ledger.unusable(exercise.name)[:1]
            return f"waiting for `{first[0]}`" if first else "waiting"
        return _WORDS.get(standing, "not right yet")

    # --- what to do next -----------------------------------------------------------------------

    def outlook(self, shown: list[Exercise]) -> None:
        """The first exercise that is not done: what is wrong with it, a hint, and where to go."""
        following = self.ledger.next_exercise()
        if following is not None:
            self.explain(next(e for e in shown if e.name == following))
        elif self.ledger.undone([written := Path(self.ledger.lesson.written_file).stem]):
            self.paragraph(f"{self.ledger.telling(written).message}; a person reads your answers.")
            where = self.place(self.ledger.lesson.written_file)
            self.paragraph(f"next: the written answers in {where}", bold=True)
        elif not all(map(self.ledger.complete, self.ledger.weights)):
            self.paragraph("What ran is right, but not all checks ran. Run `pytest` to see where you stand.")
        elif len(shown) < len(self.ledger.lesson.exercises):
            self.paragraph("Everything here is done. Run `pytest` to see the rest.")
        else:
            self.paragraph("Everything here is done. Well played!")

    def explain(self, exercise: Exercise) -> None:
        failed = self.ledger.telling(exercise.name)
        if failed.status not in ("todo", "waiting"):
            self.failure(exercise, failed)
        if exercise.hints and exercise.file not in self.ledger.unimportable:
            self.hint(exercise, first=-1 if failed.status == "todo" else 0)
        found = self.ledger.diagnoses.get(exercise.name)
        number = failed.line or (found.line if found else None)
        line = f", line {number}" if number else ""
        self.paragraph(f"next: `{exercise.name}` in {self.place(exercise.file)}{line}", bold=True)

    def failure(self, exercise: Exercise, failed: CheckResult) -> None:
        self.paragraph(f"{exercise.name}: {failed.title}", space=False, bold=True)
        for line in visible(failed.message, _LONGEST).splitlines():
            self.paragraph(line, "    ", space=False)
        self.line()
        found = self.ledger.diagnoses.get(exercise.name)
        if found is not None:
            self.paragraph(visible(found.message, _LONGEST), "    ", space=False)
            self.paragraph(found.question, "    ")
        if failed.example:
            self.line(f"    See for yourself, in a file next to {exercise.file}:")
            self.line()
            self.line(indent(visible(graph.example(failed)), "        "))
            self.line()

    def hint(self, exercise: Exercise, first: int) -> None:
        """The hint whose turn it is; what is still to do gets one only when asked."""
        rung = self.rung(exercise, first)
        if rung < 0:
            self.paragraph("Stuck? `pytest --hint` gives you a hint.")
        else:
            more = "" if rung + 1 >= len(exercise.hints) else "  (`pytest --hint` for more)"
            self.paragraph(f"Hint: {exercise.hints[rung]}{more}")

    def place(self, file: str) -> str:
        return (self.folder / file).as_posix()

    def paragraph(self, text: str, margin: str = "", space: bool = True, **markup: bool) -> None:
        lines = wrap(text, WIDTH, initial_indent=margin, subsequent_indent=margin, break_on_hyphens=False)
        for line in lines:
            self.line(line, **markup)
        if space:
            self.line()

    def line(self, text: str = "", **markup: bool) -> None:
        self.out.write_line(text if self.unicode else text.translate(_PLAIN), **markup)
