"""The board of one lesson, in lines for a terminal."""

import re
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from textwrap import indent, wrap
from typing import Protocol

from grader.caret import narrowed, parted
from grader.checking.ledger import Ledger
from grader.telling.fitted import fitted
from grader.telling.remembered import Memory
from grader.telling.rows import Row, laid_out
from grader.telling.story import STATES, Story, story, underway
from grader.telling.writing import Writing, writing_checked
from grader.text import visible

WIDTH, NARROWEST = 79, 39
# The lesson's own signs, for terminals that cannot show them.
_PLAIN = str.maketrans(
    {
        "²": "^2",
        "₀": "0",
        "·": "*",
        "×": "*",
        "−": "-",
        "–": "-",
        "η": "eta",
        "ŷ": "y_hat",
        "≠": "!=",
        "…": "...",
    }
)
_COLOURS = {"blue": "cyan"}  # a blue that can be read on black; the others have the terminal's own names
_LONGEST = 600  # characters of a message; student code chooses some of them
_TIED = "\N{NO-BREAK SPACE}"  # in code, which is copied in one piece
_CODE = re.compile(r"`[^`\n]+`")


class Out(Protocol):
    """Where lines go: pytest's terminal."""

    def write_line(self, line: str, **markup: bool) -> None: ...


def width() -> int:
    """Columns of a line: those of the terminal, as far as that is wide enough and not too wide to read."""
    return min(max(shutil.get_terminal_size((WIDTH + 1, 24)).columns - 1, NARROWEST), WIDTH)


class LessonBoard:
    """The board of one lesson."""

    def __init__(self, out: Out, ledger: Ledger, folder: Path, memory: Memory) -> None:
        self.out = out
        self.ledger = ledger
        self.lesson = ledger.lesson
        self.folder = folder
        self.memory = memory
        self.more = f"  ({memory.more})"
        self.width = width()
        self.unicode = "utf" in (getattr(sys.stdout, "encoding", "") or "").lower()
        checked = [story(result, self.unrun(result.name)) for result in ledger.checked()]
        told, self.following = underway(checked, self.lesson.order)
        self.stories = [story for story in told if story.exercise.name not in ledger.aside]
        self.learned: Sequence[str] = ()  # exercises that are done for the first time
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

    @property
    def done(self) -> list[str]:
        return [s.exercise.name for s in self.stories if s.standing == "passed"]

    def write(self, begun: bool) -> None:
        """The whole board; who has `begun` has got something right already."""
        total = f"{self.points} points" if self.stories else ""
        self.line()
        self.heading(self.lesson.title, total)
        self.line()
        self.table([*map(self.row, self.stories), *self.answers()])
        if self.writing and self.writing.lacking and self.following is not None:
            self.paragraph(visible(self.writing.lacking[0], _LONGEST), "    ", space=False)
        self.line()
        self.understood()
        self.outlook(begun)

    def heading(self, title: str, total: str) -> None:
        """The lesson, and how many points there are in all, beside it or below."""
        beside = len(title) + 1 + len(total) <= self.width
        lines = [title] if beside else [*wrap(title, self.width), ""]
        lines[-1] += f"{total:>{self.width - len(lines[-1])}}"
        for line in lines:
            self.line(line, bold=True)

    def summary(self, space: bool) -> None:
        """The lesson in one line, where another one is the current one; below the board with some space."""
        undone, begun = self.ledger.undone(self.ledger.results), any(s.exercise.points for s in self.stories)
        state = STATES["passed" if not undone else "failed" if begun else "todo"]
        said = f"{f'`pytest tests/{self.lesson.name}`' if undone else state.words:<29}"
        if space:
            self.line()
        self.table([Row(state, f"{self.lesson.name:<14}", f"{self.lesson.title:<26}", self.points, said)])
        self.understood()

    def row(self, told: Story) -> Row:
        exercise = told.exercise
        points = f"{exercise.points:g}/{exercise.max_points:g}"
        return Row(told.state, exercise.name, exercise.title, points, told.said)

    def answers(self) -> list[Row]:
        """The row of the written answers; who looks at them is a person, so there are no points in it."""
        if not self.writing:
            return []
        state = STATES[self.writing.standing]
        return [Row(state, self.written, "Written answers", "", self.writing.said)]

    def table(self, rows: Sequence[Row]) -> None:
        """The rows, each in the colour of its state."""
        for row, lines in laid_out(rows, self.width, self.unicode):
            self.line(lines, **{_COLOURS.get(row.state.colour, row.state.colour): True})

    # --- what was learned, and what to do next -------------------------------------------------

    def understood(self) -> None:
        """A line when an exercise is done for the first time; of several at once, about the last one."""
        for exercise in map(self.lesson.exercise, self.learned[-1:]):
            if exercise.understood:
                self.paragraph(f"Understood: {exercise.understood}")

    def outlook(self, begun: bool) -> None:
        """The exercise that is next: what is wrong with it, a hint, and where to go."""
        if self.following is not None:
            self.explain(self.following, begun)
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
        file = self.lesson.written_file
        self.paragraph(
            f"next: the written answers in {self.place(file, self.ledger.lines.get(file))}", bold=True
        )

    def explain(self, told: Story, begun: bool) -> None:
        exercise = told.exercise
        rungs = self.ledger.rungs(self.lesson.exercise(exercise.name))
        if told.wrong:
            self.failure(told, bool(rungs))
        else:
            self.ahead(told)
        rung = self.memory.rung(
            f"{self.lesson.name}/{exercise.name}", told.about, 0 if told.hint else -1, len(rungs) - 1
        )
        if rung >= 0:
            last = "  (the last hint)" if self.memory.asked else ""
            self.paragraph(f"Hint: {rungs[rung]}{self.more if rung + 1 < len(rungs) else last}")
        elif self.memory.asked and exercise.file not in self.ledger.unimportable:
            self.paragraph("There is no hint for this one. Ask somebody, and show them this board.")
        elif rungs and not told.wrong and not begun:
            self.paragraph(self.memory.stuck)
        line = told.line or self.ledger.lines.get(exercise.name)
        self.paragraph(f"next: `{exercise.name}` in {self.place(exercise.file, line)}", bold=True)

    def ahead(self, told: Story) -> None:
        """What is still to do, and what the lesson comes back to later."""
        for rests in (told for told in self.stories if told.back_after):
            name, after = rests.exercise.name, rests.back_after
            self.paragraph(f"`{name}` is done for now; the lesson comes back to it after `{after}`.")
        if told.headline:
            self.paragraph(visible(told.headline, _LONGEST))

    def failure(self, told: Story, more: bool) -> None:
        """What came of the check that tells most, why, and lines to run; `more` can be asked about it."""
        self.paragraph(f"{told.exercise.name}: {told.headline}", space=False, bold=True)
        said, pointed = parted(visible(told.message, _LONGEST))
        for line in said.splitlines():
            self.paragraph(line, "    ", space=False)
        if pointed:
            self.line(indent(self.pointed(pointed), "    "))
        self.line()
        if told.explained:
            *why, question = told.explained
            asking = self.more if more and not self.memory.asked else ""
            for part in (*why, f"{question}{asking}"):
                self.paragraph(visible(part, _LONGEST), "    ", space=False)
            self.line()
        if told.example:
            margin = " " * (8 if self.width == WIDTH else 2)
            self.paragraph(f"See for yourself, in a file next to {told.exercise.file}:", "    ", space=False)
            self.line()
            for line in visible(told.example).splitlines():
                self.line(indent(fitted(line, self.width - len(margin)), margin))
            self.line()

    def pointed(self, pair: str) -> str:
        """Code and the caret below it, where there is room for it."""
        code, caret = pair.split("\n")
        before = self.typed(code[: caret.index("^")])  # a sign may take three letters where there is no UTF-8
        return narrowed(f"{self.typed(code)}\n{'^':>{len(before) + 1}}", self.width - 4)

    def place(self, file: str, line: int | None) -> str:
        return (self.folder / file).as_posix() + (f", line {line}" if line else "")

    def paragraph(self, text: str, margin: str = "", space: bool = True, **markup: bool) -> None:
        tied = _CODE.sub(lambda code: code[0].replace(" ", _TIED), text)
        lines = wrap(
            tied, self.width, initial_indent=margin, subsequent_indent=margin, break_on_hyphens=False
        )
        for line in lines:
            self.line(line.replace(_TIED, " "), **markup)
        if space:
            self.line()

    def line(self, text: str = "", **markup: bool) -> None:
        self.out.write_line(self.typed(text), **markup)

    def typed(self, text: str) -> str:
        """`text` as the terminal can show it."""
        return text if self.unicode else text.translate(_PLAIN)
