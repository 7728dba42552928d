"""The lesson's points as pictures: the valley from above with a student's way, and their line in the plane.

The loss is a bowl over the plane of w and b, so each contour line is an ellipse around the best line. It is
computed here and not traced through a table: that is exact, and less than a library would need.
"""

from math import atan2, cos, hypot, pi, sin, sqrt

from grader.checks import close, is_number, stroke
from tests.two_parameters import lines

LEVELS = (0.5, 1, 2, 4, 7, 11, 16, 25)
WINDOW = (-2.5, 4.5, -2.2, 4.2)  # w from, to; b from, to
SIDES = 72  # of an ellipse as it is drawn


def valley(points, due, yours):
    """Strokes for the map: contour lines, the way that is due where it is another one, theirs, the goal."""
    goal = lines.best(points)
    strokes = [stroke(f"{level:g}", "level", contour(points, level)) for level in LEVELS]
    if yours != close(due):
        strokes.append(stroke("expected", "path", due))
    return [*strokes, stroke("yours", "path", yours), stroke("the best line", "goal", [goal])]


def contour(points, level):
    """Where the loss is `level`, once around: places (w, b); none where it is that low nowhere."""
    goal = lines.best(points)
    steep, flat = lines.curvatures(points)
    above = level - lines.loss(*goal, points)
    if above < 0:
        return []
    reach = [sqrt(2 * above / bend) for bend in (steep, flat)]
    turned = _steep_direction(points)
    return [_on_ellipse(goal, reach, turned, 2 * pi * k / SIDES) for k in range(SIDES + 1)]


def _steep_direction(points):
    """The angle of the direction in which the loss bends most."""
    xx, x = lines.mean([2 * x * x for x, _ in points]), lines.mean([2 * x for x, _ in points])
    return atan2(lines.curvatures(points)[0] - xx, x)


def _on_ellipse(center, reach, turned, angle):
    along, across = reach[0] * cos(angle), reach[1] * sin(angle)
    return (
        center[0] + along * cos(turned) - across * sin(turned),
        center[1] + along * sin(turned) + across * cos(turned),
    )


def learning(points, yours):
    """Strokes for the plane of x and y: the points, and the line at the start, halfway and at the end."""
    if not yours:
        return [stroke("the points", "points", points)]
    last = len(yours) - 1
    steps = dict.fromkeys((0, last // 2, last))
    return [
        stroke("the points", "points", points),
        *(stroke(f"row {step}", "line", _line(*yours[step], points)) for step in steps),
    ]


def _line(w, b, points):
    low, high = (bound(x for x, _ in points) for bound in (min, max))
    return [(x, w * x + b) for x in (low - 0.5, high + 0.5)]


def places(rows):
    """The (w, b) of each row; None where one holds something that is no number, and nothing can be drawn."""
    found = [(w, b) for _, w, b, _ in rows]
    return found if all(is_number(value) for place in found for value in place) else None


def spread(points):
    """How much of the plane of x and y is shown: (left, right, bottom, top)."""
    xs, ys = zip(*points, strict=True)
    room = hypot(max(xs) - min(xs), max(ys) - min(ys)) / 8
    return min(xs) - room, max(xs) + room, min(ys) - 2 * room, max(ys) + 2 * room
