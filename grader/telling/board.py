"""The student's progress board: what pytest prints at the end of a run."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from textwrap import indent, shorten, wrap

import pytest

from grader.checking.ledger import Ledger
from grader.checking.student_run import StudentRun
from grader.checking.turn import CHECK
from grader.model import CheckResult, Exercise, Lesson
from grader.telling.story import (
    STATES,
    State,
    Story,
    Writing,
    next_exercise,
    story,
    told_first,
    writing_checked,
)
from grader.text import visible

WIDTH = 79
# The lesson's own signs, for terminals that cannot show them.
_PLAIN = str.maketrans(
    {"²": "^2", "·": "*", "×": "*", "−": "-", "–": "-", "η": "eta", "ŷ": "y_hat", "≠": "!=", "…": "..."}
)
_COLOURS = {"blue": "cyan"}  # a blue that can be read on black; the others have the terminal's own names
_SHORTEST = 12  # columns that a title has at least
_LONGEST = 600  # characters of a message; student code chooses some of them


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

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        """Look closely at what is next. Success means that everything is done, so waiting is no success."""
        ledgers, current = self.checked.ledgers, self.current()
        if current is not None and not self.config.getoption("usepdb"):
            following = next_exercise(current.checked())
            if following is not None:
                exercise = current.lesson.exercise(following.name)
                self.checked.explain(session, current.lesson.name, exercise, told_first)
        undone = any(ledger.undone(ledger.results) for ledger in ledgers.values())
        if exitstatus == pytest.ExitCode.OK and undone:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        current, space = self.current(), True
        for ledger in self.checked.ledgers.values():
            if ledger.results:
                folder = self._shortened(self.folder(ledger.lesson))
                page = _Page(terminalreporter, ledger, folder, partial(self._rung, ledger.lesson))
                if ledger is current:
                    page.write()
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

    def _rung(self, lesson: Lesson, exercise: Exercise, first: int) -> int:
        """Which hint to show: `first`, where -1 is none, and one further each time that --hint asks."""
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


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of the board."""

    state: State
    name: str
    title: str
    points: str
    said: str


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
        self.lesson = ledger.lesson
        self.folder = folder
        self.rung = rung
        self.unicode = "utf" in (getattr(sys.stdout, "encoding", "") or "").lower()
        self.stories = [story(result, self.unrun(result.name)) for result in ledger.checked()]
        following = next_exercise(s.exercise for s in self.stories)
        self.following = next((s for s in self.stories if s.exercise is following), None)
        answers = ledger.results.get(self.written, {}).values()
        self.writing = writing_checked(self.lesson.questions, answers) if answers else None

    @property
    def written(self) -> str:
        return Path(self.lesson.written_file).stem

    def unrun(self, exercise: str) -> int:
        """How many checks of an exercise were not run."""
        return len(self.ledger.weights.get(exercise, {}).keys() - self.ledger.results[exercise].keys())

    @property
    def points(self) -> str:
        reached = sum(s.exercise.points for s in self.stories)
        return f"{reached:g} of {sum(s.exercise.max_points for s in self.stories):g}"

    def write(self) -> None:
        total = f"{self.points} points" if self.stories else ""
        title = _shortened(self.lesson.title, WIDTH - len(total) - 1)
        self.line()
        self.line(f"{title}{total:>{WIDTH - len(title)}}", bold=True)
        self.line()
        self.table([*map(_row, self.stories), *self.answers()])
        if self.writing and self.writing.lacking and self.following is not None:
            self.paragraph(visible(self.writing.lacking[0], _LONGEST), "    ", space=False)
        self.line()
        self.outlook()

    def summary(self, space: bool) -> None:
        """The lesson in one line, where another one is the current one; below the board with some space."""
        undone, begun = self.ledger.undone(self.ledger.results), any(s.exercise.points for s in self.stories)
        state = STATES["passed" if not undone else "failed" if begun else "todo"]
        said = f"`pytest tests/{self.lesson.name}`" if undone else state.words
        if space:
            self.line()
        self.table([_Row(state, f"{self.lesson.name:<14}", f"{self.lesson.title:<26}", self.points, said)])

    def answers(self) -> list[_Row]:
        """The row of the written answers; who looks at them is a person, so there are no points in it."""
        if not self.writing:
            return []
        state = STATES[self.writing.standing]
        return [_Row(state, self.written, "Written answers", "", self.writing.said)]

    def table(self, rows: Sequence[_Row]) -> None:
        """The rows in columns; titles have the room that the others leave."""
        name, title, points, said = (
            max((len(getattr(row, column)) for row in rows), default=0)
            for column in ("name", "title", "points", "said")
        )
        room = min(title, max(WIDTH - len("  ✔ ") - name - 1 - 2 - points - 2 - said, _SHORTEST))
        for row in rows:
            sign = row.state.sign if self.unicode else row.state.plain
            about = f"{row.name:{name}} {_shortened(row.title, room):{room}}"
            line = f"  {sign} {about}  {row.points:>{points}}  {row.said}"
            self.line(line, **{_COLOURS.get(row.state.colour, row.state.colour): True})

    # --- what to do next -----------------------------------------------------------------------

    def outlook(self) -> None:
        """The exercise that is next: what is wrong with it, a hint, and where to go."""
        if self.following is not None:
            self.explain(self.following)
        elif self.writing and self.writing.lacking:
            self.unanswered(self.writing)
        elif not all(map(self.ledger.complete, self.ledger.weights)):
            self.paragraph("What ran is right, but not all checks ran. Run `pytest` to see where you stand.")
        elif len(self.stories) < len(self.lesson.exercises):
            self.paragraph("Everything here is done. Run `pytest` to see the rest.")
        else:
            self.paragraph("Everything here is done. Well played!")

    def unanswered(self, writing: Writing) -> None:
        """What each written answer lacks."""
        for lacking in writing.lacking:
            self.paragraph(visible(lacking, _LONGEST), space=False)
        self.paragraph("A person reads your answers.")
        self.paragraph(f"next: the written answers in {self.place(self.lesson.written_file)}", bold=True)

    def explain(self, told: Story) -> None:
        exercise = self.lesson.exercise(told.exercise.name)
        if told.wrong:
            self.failure(told)
        elif told.headline:
            self.paragraph(visible(told.headline, _LONGEST))
        if told.exercise.hint:
            self.hint(exercise, told.rung)
        line = f", line {told.line}" if told.line else ""
        self.paragraph(f"next: `{exercise.name}` in {self.place(exercise.file)}{line}", bold=True)

    def failure(self, told: Story) -> None:
        self.paragraph(f"{told.exercise.name}: {told.headline}", space=False, bold=True)
        for line in visible(told.message, _LONGEST).splitlines():
            self.paragraph(line, "    ", space=False)
        self.line()
        for part in told.explained:
            self.paragraph(visible(part, _LONGEST), "    ", space=False)
        if told.explained:
            self.line()
        if told.example:
            self.line(f"    See for yourself, in a file next to {told.exercise.file}:")
            self.line()
            for line in visible(told.example).splitlines():
                self.line(indent(_fitted(line, WIDTH - 8), "        "))
            self.line()

    def hint(self, exercise: Exercise, first: int) -> None:
        """The hint whose turn it is. Who has got something right is not asked whether they are stuck."""
        rung = self.rung(exercise, first)
        if rung >= 0:
            more = "" if rung + 1 >= len(exercise.hints) else "  (`pytest --hint` for more)"
            self.paragraph(f"Hint: {exercise.hints[rung]}{more}")
        elif not any(s.exercise.points for s in self.stories):
            self.paragraph("Stuck? `pytest --hint` gives you a hint.")

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


def _row(told: Story) -> _Row:
    exercise = told.exercise
    points = f"{exercise.points:g}/{exercise.max_points:g}"
    return _Row(told.state, exercise.name, exercise.title, points, told.said)


def _shortened(title: str, room: int) -> str:
    return shorten(title, room, placeholder=" …", break_on_hyphens=False)


def _fitted(line: str, room: int) -> str:
    """A line of an example: what it prints goes below it where both are too long, and code stays whole."""
    code, sign, printed = line.partition("  # ")
    if len(line) <= room or not (sign or line.startswith("#")):
        return line
    if line.startswith("#"):
        return f"{line[: room - 1]}…"
    return "\n".join([code, *wrap(printed, room, initial_indent="# ", subsequent_indent="# ")])
