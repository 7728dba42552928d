"""A loss over one parameter as a curve, and on it what a student's steps do."""

from grader.checks import close, is_number, stroke

SPOTS = 60  # along the curve


def drawable(rows):
    """The (value, loss) of each row; none where one holds something that is no number."""
    found = [tuple(row[1:]) for row in rows]
    return found if all(is_number(part) for place in found for part in place) else []


def walk(loss, window, due, yours, lowest=None):
    """Strokes for the plane of w and loss: the loss, the way that is due where it is another one, theirs.

    `window` are the first and the last w, `lowest` is where a curve has a tip that belongs to the picture.
    """
    left, right = window
    tip = () if lowest is None else (lowest,)
    ws = sorted({*tip, *(left + (right - left) * k / SPOTS for k in range(SPOTS + 1))})
    strokes = [stroke("the loss", "curve", [(w, loss(w)) for w in ws])]
    if yours != close(due):
        strokes.append(stroke("expected", "path", due))
    return [*strokes, stroke("yours", "path", yours)]


def seen(loss, window):
    """How much of that plane is shown."""
    left, right = window
    top = max(loss(left), loss(right))
    return left, right, -top / 12, top
