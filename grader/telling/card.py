"""What a check cell of a notebook shows: its exercises and what to do next, as text and as HTML."""

from html import escape
from textwrap import indent

from grader import text
from grader.checking.ledger import Ledger
from grader.model import CheckResult, Exercise
from grader.telling import graph

_SIGNS = {"passed": "✔", "todo": "·", "waiting": "…"}
_STATES = {
    "passed": "done",
    "todo": "to do",
    "timed_out": "ran too long",
    "crashed": "crashed",
    "ungraded": "could not be checked",
}
_ADVICE = "white-space:pre-wrap;margin:.6em 0 0"
_COLOURS = {"passed": "#2e7d32", "todo": "#1565c0", "waiting": "#9a6700"}  # all others are red


class Card:
    """The outcome of some exercises. Jupyter shows the HTML, terminals and plain exports the text."""

    def __init__(self, ledger: Ledger, exercises: list[str]) -> None:
        self.ledger = ledger
        self.exercises = [e for e in ledger.lesson.exercises if e.name in exercises]

    def __repr__(self) -> str:
        rows = [self._row(exercise) for exercise in self.exercises]
        return "\n".join([*rows, *self._advice()])

    def _repr_html_(self) -> str:
        rows = "".join(self._html_row(exercise) for exercise in self.exercises)
        advice = "".join(f"<pre style='{_ADVICE}'>{_safe(said)}</pre>" for said in self._advice())
        return f"<table style='margin:0'>{rows}</table>{advice}"

    def _row(self, exercise: Exercise) -> str:
        sign = _SIGNS.get(self.ledger.status(exercise.name), "✘")
        wide = max(13, *(len(shown.name) for shown in self.exercises))
        return f"{sign} {exercise.name:<{wide}} {self._points(exercise):>9}  {self._state(exercise)}"

    def _html_row(self, exercise: Exercise) -> str:
        status = self.ledger.status(exercise.name)
        sign, colour = _SIGNS.get(status, "✘"), _COLOURS.get(status, "#c62828")
        cells = (
            f"<td style='color:{colour}'><b>{sign}</b></td>",
            f"<td style='text-align:left'><b>{_safe(exercise.title)}</b></td>",
            f"<td>{self._points(exercise)}</td>",
            f"<td style='text-align:left'>{_safe(self._state(exercise))}</td>",
        )
        return f"<tr>{''.join(cells)}</tr>"

    def _points(self, exercise: Exercise) -> str:
        return f"{self.ledger.points(exercise.name):g} of {exercise.points:g}"

    def _state(self, exercise: Exercise) -> str:
        status = self.ledger.status(exercise.name)
        if status == "waiting":
            return f"waiting for `{self.ledger.undone(exercise.needs)[0]}`"
        state = _STATES.get(status, "not right yet")
        working = ", ".join(f"`{name}`" for name in self.ledger.followed.get(exercise.name, ()))
        return f"{state} (checked with a working {working})" if working and status != "todo" else state

    def _advice(self) -> list[str]:
        """What is wrong with the exercise that is next, and a hint for it."""
        name = self.ledger.next_exercise([e.name for e in self.exercises])
        if name is None:
            return []
        telling = self.ledger.telling(name)
        hint = self.ledger.lesson.exercise(name).first_hint
        known = self.ledger.diagnoses.get(name)
        match telling.status:
            case "waiting":
                return []
            case "todo":
                return [text.visible(telling.message)]
        named = [known.message, known.question] if known is not None else []
        return [_failure(telling), *filter(None, named), *([f"Hint: {hint}"] if hint else [])]


def _failure(failed: CheckResult) -> str:
    lines = [failed.title, indent(text.visible(failed.message, text.MESSAGE), "    ")]
    if failed.example:
        lines += ["See for yourself, in a cell of your own:", indent(graph.example(failed), "    ")]
    return "\n".join(lines)


def _safe(value: str) -> str:
    return escape(text.visible(value, text.MESSAGE))
