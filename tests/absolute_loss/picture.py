"""The pictures of lesson 4: walks over their steps, and two numbers among wild readings."""

from grader.checks import stroke
from tests.absolute_loss import ways

WINDOW = (1.4, 5.9)  # the w that are shown
GOAL = ways.Y / ways.X


def over_steps(walks):
    """Strokes for w over the steps: the goal, and a way for each of `walks`, {name: values of w}."""
    last = max(map(len, walks.values())) - 1
    paths = [stroke(name, "path", list(enumerate(values))) for name, values in walks.items() if values]
    return [stroke("the goal", "curve", [(0, GOAL), (last, GOAL)]), *paths]


def among(readings, lines):
    """Strokes for readings beside each other, and a level line for each of `lines`, {name: height}."""
    ends = (0.5, len(readings) + 0.5)
    levels = [stroke(name, "line", [(x, height) for x in ends]) for name, height in lines.items()]
    return [stroke("the readings", "points", list(enumerate(readings, start=1))), *levels]
