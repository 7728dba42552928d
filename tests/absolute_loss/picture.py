"""Both losses as pictures: what a student's steps do on each, and two numbers among wild readings."""

from grader.checks import close, is_number, stroke
from tests.absolute_loss import ways

WINDOW = (1.4, 5.9)  # the w that are shown
GOAL = ways.Y / ways.X


def drawable(rows):
    """The (value, loss) of each row; none where one holds something that is no number."""
    found = [tuple(row[1:]) for row in rows]
    return found if all(is_number(part) for place in found for part in place) else []


def on_its_loss(loss, due, yours):
    """Strokes for the plane of w and loss: the loss, the way that is due where it is another one, theirs."""
    left, right = WINDOW
    ws = sorted({GOAL, *(left + (right - left) * k / 60 for k in range(61))})
    strokes = [stroke("the loss", "line", [(w, loss(w)) for w in ws])]
    if yours != close(due):
        strokes.append(stroke("expected", "path", due))
    return [*strokes, stroke("yours", "path", yours)]


def seen(loss):
    """How much of that plane is shown."""
    left, right = WINDOW
    top = max(loss(left), loss(right))
    return left, right, -top / 12, top


def over_steps(walks):
    """Strokes for w over the steps: the goal, and a way for each of `walks`, {name: values of w}."""
    last = max(map(len, walks.values())) - 1
    paths = [stroke(name, "path", list(enumerate(values))) for name, values in walks.items() if values]
    return [stroke("the goal", "line", [(0, GOAL), (last, GOAL)]), *paths]


def among(readings, lines):
    """Strokes for readings beside each other, and a level line for each of `lines`, {name: height}."""
    ends = (0.5, len(readings) + 0.5)
    levels = [stroke(name, "line", [(x, height) for x in ends]) for name, height in lines.items()]
    return [stroke("the readings", "points", list(enumerate(readings, start=1))), *levels]
