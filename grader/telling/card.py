"""What a check cell of a notebook shows: its exercises and what to do next, as text and as HTML.

Jupyter's themes are light or dark, and a card does not know which. So its text has the notebook's own colour,
and each sign is white on the colour of its state.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from textwrap import indent

from grader import text
from grader.checking.ledger import Ledger
from grader.figures import Node
from grader.telling.story import Colour, Story, story, underway

_COLOURS: Mapping[Colour, str] = {
    "green": "#2e7d32",
    "blue": "#1565c0",
    "yellow": "#8a6100",
    "red": "#c62828",
}
_SIGN = "display:inline-block;width:1.4em;text-align:center;border-radius:.3em;color:#fff;background:"
_PARAGRAPH = "margin:.6em 0 0;max-width:46rem"
_CODE = "white-space:pre-wrap;margin:.4em 0 0 1em;font-family:monospace;font-size:.95em"
_BACKTICKS = re.compile("`([^`\n]+)`")
_SEE = "See for yourself, in a cell of your own"
_FRAME = "border:0;width:100%;max-width:34rem;height:{}rem"
_HIGH = 27  # of one picture with its words, in the same unit


class Card:
    """The outcome of some exercises. Jupyter shows the HTML, terminals and plain exports the text.

    `asker` is the name by which the notebook asks. `where(line)` says where a line of its cells is.
    """

    def __init__(
        self,
        ledger: Ledger,
        exercises: Sequence[str],
        asker: str = "check",
        where: Callable[[int], str] = "line {}".format,
    ) -> None:
        wanted = [e for e in ledger.lesson.exercises if e.name in exercises]
        found = (story(ledger.exercise(exercise)) for exercise in wanted)
        self.stories, following = underway(found, ledger.lesson.order)
        self.asker = asker
        self.told = None if following is None or following.standing == "waiting" else following
        self.rungs = ledger.rungs(ledger.lesson.exercise(self.told.exercise.name)) if self.told else ()
        line = self.told.diagnosis.line if self.told and self.told.diagnosis else None
        self.place = where(line) if line else ""

    @property
    def rung(self) -> int:
        """The hint that is shown, as its place in `rungs`; -1 for none."""
        return 0 if self.told and self.told.hint else -1

    # --- as text -------------------------------------------------------------------------------

    def __repr__(self) -> str:
        wide = max((len(told.exercise.name) for told in self.stories), default=0)
        return "\n".join([*(_row(told, wide) for told in self.stories), *self._advice()])

    def _advice(self) -> Iterator[str]:
        if self.told is None:
            return
        yield _visible(self.told.headline)
        if self.told.message:
            yield indent(_visible(self.told.message), "    ")
        yield from map(_visible, self._explained())
        if self.told.example:
            yield f"{_SEE}:"
            yield indent(text.visible(self.told.example), "    ")
        yield from self._hint()

    def _explained(self) -> list[str]:
        look = [f"Look at {self.place}."] if self.place else []
        return [*(self.told.explained if self.told else ()), *look]

    def _hint(self) -> list[str]:
        more = f"`{self.asker}.hint()` gives "
        if self.rung >= 0:
            return [f"Hint: {self.rungs[0]}", *([f"{more}the next hint."] if len(self.rungs) > 1 else [])]
        return [f"{more}a hint."] if self.rungs else []

    # --- as HTML -------------------------------------------------------------------------------

    def _repr_html_(self) -> str:
        rows = "".join(map(_html_row, self.stories))
        return f"<table style='margin:0'>{rows}</table>{''.join(self._html_advice())}{self._pictures()}"

    def _html_advice(self) -> Iterator[str]:
        if self.told is None:
            return
        yield f"<p style='{_PARAGRAPH}'><b>{_prose(self.told.headline)}</b></p>"
        if self.told.message:
            yield f"<pre style='{_CODE}'>{_prose(self.told.message)}</pre>"
        for said in self._explained():
            yield f"<p style='{_PARAGRAPH}'>{_prose(said)}</p>"
        if self.told.example:
            shown = f"<pre style='{_CODE}'>{escape(text.visible(self.told.example))}</pre>"
            yield f"<details open style='{_PARAGRAPH}'><summary>{_SEE}</summary>{shown}</details>"
        for said in self._hint():
            yield f"<p style='{_PARAGRAPH}'>{_prose(said)}</p>"

    def _pictures(self) -> str:
        """The figures of the exercises in a frame, where the style of a notebook does not reach."""
        drawn = [told.exercise for told in self.stories if told.exercise.figures]
        graph = self._graph()
        if not drawn and not graph:
            return ""
        try:
            from grader.telling.report.pages import pictures  # needs jinja2, which comes with Jupyter
        except ImportError:
            return ""
        style = _FRAME.format(_HIGH * (sum(len(exercise.figures) for exercise in drawn) + bool(graph)))
        frame = f"<iframe sandbox='' style='{style}' srcdoc='{escape(pictures(drawn, graph))}'></iframe>"
        return f"<details style='{_PARAGRAPH}'><summary>Pictures</summary>{frame}</details>"

    def _graph(self) -> tuple[Node, ...]:
        """The graph of the check that is told."""
        return self.told.told.graph if self.told and self.told.told else ()


class Score(float):
    """Points, as nbgrader reads them; in a notebook they look like their card."""

    card: Card
    shown = False

    def __new__(cls, points: float, card: Card) -> "Score":
        made = super().__new__(cls, points)
        made.card = card
        return made

    def _repr_html_(self) -> str:
        self.shown = True
        return self.card._repr_html_()


class Hints:
    """The hints for how an exercise stands, one after the other."""

    def __init__(self, card: Card) -> None:
        self.about = card.told.about if card.told else ""
        self.name = card.told.exercise.name if card.told else ""
        self.rungs = card.rungs
        self.rung = card.rung
        self.asker = card.asker

    def next(self) -> "Sentence":
        """The next hint; the last one again, when there is no other."""
        if not self.rungs:
            return Sentence("There is no hint for this. Ask somebody, and show them what stands here.")
        self.rung = min(self.rung + 1, len(self.rungs) - 1)
        more = f" `{self.asker}.hint()` gives the next one." if self.rung + 1 < len(self.rungs) else ""
        number = f"Hint {self.rung + 1} of {len(self.rungs)} for `{self.name}`"
        return Sentence(f"{number}: {self.rungs[self.rung]}{more}")


class Sentence:
    """A sentence, as text and as HTML."""

    def __init__(self, said: str) -> None:
        self.said = said

    def __repr__(self) -> str:
        return self.said

    def _repr_html_(self) -> str:
        return f"<p style='{_PARAGRAPH}'>{_prose(self.said)}</p>"


def _row(told: Story, wide: int) -> str:
    return f"{told.state.sign} {told.exercise.name:<{wide}} {_points(told):>9}  {_state(told)}"


def _html_row(told: Story) -> str:
    cells = (
        f"<td><span style='{_SIGN}{_COLOURS[told.state.colour]}'>{told.state.sign}</span></td>",
        f"<td style='text-align:left'><b>{_safe(told.exercise.title)}</b></td>",
        f"<td>{_points(told)}</td>",
        f"<td style='text-align:left'>{_prose(_state(told))}</td>",
    )
    return f"<tr>{''.join(cells)}</tr>"


def _points(told: Story) -> str:
    return f"{told.exercise.points:g} of {told.exercise.max_points:g}"


def _state(told: Story) -> str:
    """The state, and with which working versions it came about."""
    return f"{told.said} ({told.exercise.remarks[0]})" if told.followed else told.said


def _visible(value: str) -> str:
    return text.visible(value, text.MESSAGE)


def _safe(value: str) -> str:
    return escape(_visible(value))


def _prose(value: str) -> str:
    """A sentence, in which what stands between backticks is code."""
    return _BACKTICKS.sub(r"<code>\1</code>", _safe(value))
