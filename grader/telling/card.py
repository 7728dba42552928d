"""What a check cell of a notebook shows: its exercises and what to do next, as text and as HTML."""

from html import escape
from textwrap import indent

from grader import text
from grader.checking.ledger import Ledger
from grader.telling.story import Colour, Story, story, underway

_ADVICE = "white-space:pre-wrap;margin:.6em 0 0"
_FRAME = "border:0;width:100%;max-width:34rem;height:{}rem"
_HIGH = 27  # of one picture with its words, in the same unit
_COLOURS: dict[Colour, str] = {"green": "#2e7d32", "blue": "#1565c0", "yellow": "#9a6700", "red": "#c62828"}


class Card:
    """The outcome of some exercises. Jupyter shows the HTML, terminals and plain exports the text."""

    def __init__(self, ledger: Ledger, exercises: list[str]) -> None:
        wanted = [e for e in ledger.lesson.exercises if e.name in exercises]
        found = (story(ledger.exercise(exercise)) for exercise in wanted)
        self.stories, self.following = underway(found, ledger.lesson.order)

    def __repr__(self) -> str:
        wide = max((len(told.exercise.name) for told in self.stories), default=0)
        return "\n".join([*(_row(told, wide) for told in self.stories), *self._advice()])

    def _repr_html_(self) -> str:
        rows = "".join(map(_html_row, self.stories))
        advice = "".join(f"<pre style='{_ADVICE}'>{_safe(said)}</pre>" for said in self._advice())
        return f"<table style='margin:0'>{rows}</table>{advice}{self._pictures()}"

    def _pictures(self) -> str:
        """The figures of the exercises in a frame, where the style of a notebook does not reach."""
        drawn = [told.exercise for told in self.stories if told.exercise.figures]
        if not drawn:
            return ""
        try:
            from grader.telling.report.pages import pictures  # needs jinja2, which comes with Jupyter
        except ImportError:
            return ""
        style = _FRAME.format(_HIGH * sum(len(exercise.figures) for exercise in drawn))
        frame = f"<iframe sandbox='' style='{style}' srcdoc='{escape(pictures(drawn))}'></iframe>"
        return f"<details><summary>Pictures</summary>{frame}</details>"

    def _advice(self) -> list[str]:
        """What is wrong with the exercise that is next, and a hint for it."""
        told = self.following
        if told is None or told.standing == "waiting":
            return []
        hint = [f"Hint: {told.hint}"] if told.hint else []
        return [_failure(told), *told.explained, *hint]


def _row(told: Story, wide: int) -> str:
    return f"{told.state.sign} {told.exercise.name:<{wide}} {_points(told):>9}  {_state(told)}"


def _html_row(told: Story) -> str:
    cells = (
        f"<td style='color:{_COLOURS[told.state.colour]}'><b>{told.state.sign}</b></td>",
        f"<td style='text-align:left'><b>{_safe(told.exercise.title)}</b></td>",
        f"<td>{_points(told)}</td>",
        f"<td style='text-align:left'>{_safe(_state(told))}</td>",
    )
    return f"<tr>{''.join(cells)}</tr>"


def _points(told: Story) -> str:
    return f"{told.exercise.points:g} of {told.exercise.max_points:g}"


def _state(told: Story) -> str:
    """The state, and with which working versions it came about."""
    return f"{told.said} ({told.exercise.remarks[0]})" if told.followed else told.said


def _failure(told: Story) -> str:
    lines = [text.visible(told.headline, text.MESSAGE)]
    if told.message:
        lines.append(indent(text.visible(told.message, text.MESSAGE), "    "))
    if told.example:
        lines += ["See for yourself, in a cell of your own:", indent(told.example, "    ")]
    return "\n".join(lines)


def _safe(value: str) -> str:
    return escape(text.visible(value, text.MESSAGE))
