"""A line learns: two parameters, several points, one loss (lesson.md, minutes 25–60).

The model is ŷ = w · x + b. Run this file to watch w and b learn, in a table and on a map:

    python exercises/two_parameters/regression.py
"""

from itertools import pairwise
from math import dist, floor, inf, isfinite, log10

from engine import Value


def predict(w, b, x):
    """The prediction ŷ for one input, as a Value.

    w and b are Values; x is a plain number.
    """
    return w * x + b


def mean_squared_loss(w, b, points):
    """How wrong the line is about all points together: the mean of the squared errors, as a Value.

    w and b are Values; points is a list of pairs (x, y) of plain numbers, at least one.
    """
    total = 0.0
    for x, y in points:
        total = total + (predict(w, b, x) - y).square()
    return total / len(points)


def gradients(w, b, points):
    """Both gradients of the loss, by the formulas that you used on paper: (dL/dw, dL/db).

    Here w and b are plain numbers, and so are the two results. points is a list of pairs (x, y).
    """
    dw = sum(2 * (w * x + b - y) * x for x, y in points) / len(points)
    db = sum(2 * (w * x + b - y) for x, y in points) / len(points)
    return dw, db


def update(parameters, lr):
    """Move every parameter exactly one step of gradient descent, in place.

    parameters is a list of Values whose grads are known, however many; lr is the learning rate η.
    Returns nothing.
    """
    for parameter in parameters:
        parameter.data -= lr * parameter.grad


def train(w, b, points, lr=0.1, steps=10):
    """Let w and b learn from all points for a number of steps, and return what happened.

    w and b are Values and are changed in place: afterwards their `data` is what was learned, and
    their `grad` is 0. points is a list of pairs (x, y), lr is the learning rate η, steps is how
    many updates to make.

    Returns a list with one row (step, w, b, loss) for each step. step counts from 0; w, b and loss
    are plain floats, as they were before that step's update. So the first row shows the start.
    """
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)  # anew: a graph keeps the numbers it was built from
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()  # both gradients at once, at the place where both parameters stand
        update([w, b], lr)
        w.grad = b.grad = 0.0
    return rows


# --- Given: the table and the map ----------------------------------------------------------

WIDE, HIGH = 72, 26  # characters of the map; two of them side by side are as wide as one is high


def show(rows):
    """Print the rows of `train` as a table."""
    print(f"{'step':>4}  {'w':>12}  {'b':>12}  {'loss':>12}")
    for step, w, b, loss in rows:
        print(f"{step:>4}  {w:>12.6f}  {b:>12.6f}  {loss:>12.6g}")


def show_map(rows, points, loss_table):
    """Print the valley from above, with the way that the rows of `train` tell.

    The losses come from `loss_table`. Both parameters have one scale, so right angles look right.
    """
    way = [(w, b) for _, w, b, _ in rows]
    if not way or not is_place(way[0]):
        print("\nNo map: there is no first step, or no number in it.")
        return
    goal = best_line(points)
    left, top, unit = frame(way, goal)
    ws = [left + unit * (column + 0.5) / 2 for column in range(WIDE + 1)]
    bs = [top - unit * (line + 0.5) for line in range(HIGH + 1)]
    picture, gap = contour_lines(loss_table(ws, bs, points))
    marks = [("*", goal or way[0])]
    marks += reversed([(str(step) if step < 10 else "o", place) for step, place in enumerate(way)])
    outside = put(marks, picture, left, top, unit)
    star = "* the best line" if goal else "many lines are best"
    print(f"\nb = {top:<10.3g} 0, 1, 2 … the steps, then o   {star}")
    print("\n".join("".join(line).rstrip() for line in picture))
    print(f"b = {top - unit * HIGH:<10.3g} from w = {left:.3g} to w = {left + unit * WIDE / 2:.3g}")
    print(f"Dots join equal losses. From one line of them to the next the loss changes by {gap:g}.")
    if outside:
        print(f"Too far away to be on the map: {outside} of {len(way)} steps.")


def put(marks, picture, left, top, unit):
    """Put each mark at its place, later ones on top of earlier ones; says how many are not on the map."""
    outside = 0
    for mark, (w, b) in marks:
        column, line = (w - left) / unit * 2, (top - b) / unit
        if 0 <= column < WIDE and 0 <= line < HIGH:
            picture[int(line)][int(column)] = mark
        else:
            outside += 1
    return outside


def is_place(place):
    return all(map(isfinite, place))


def best_line(points):
    """(w, b) of the lowest loss; None where all x are the same, for then many lines are best."""
    x_mean, y_mean = (sum(values) / len(points) for values in zip(*points, strict=True))
    spread = sum((x - x_mean) ** 2 for x, _ in points)
    if spread == 0:
        return None
    w = sum((x - x_mean) * (y - y_mean) for x, y in points) / spread
    return w, y_mean - w * x_mean


def frame(way, goal):
    """Left and upper edge of the map, and what one line of it is high. Steps that fly far off stay out."""
    center = goal or next(place for place in reversed(way) if is_place(place))
    reach = 2 * dist(center, way[0]) or 1.0
    near = [center, *(place for place in way if dist(center, place) <= reach)]
    (low_w, high_w), (low_b, high_b) = ((min(axis), max(axis)) for axis in zip(*near, strict=True))
    unit = max((high_w - low_w) * 2 / (WIDE - 16), (high_b - low_b) / (HIGH - 8), 0.02)
    left, top = (low_w + high_w) / 2 - unit * WIDE / 4, (low_b + high_b) / 2 + unit * HIGH / 2
    return left - unit / 4, top + unit / 2, unit  # so that the middle is a character, not a corner of four


def contour_lines(losses):
    """The map as lists of characters, with dots for lines of equal loss; and the loss between two lines."""
    low, high = min(map(min, losses)), max(map(max, losses))
    rough = (high - low) / 25 if 0 < high - low < inf else 1.0
    power = 10.0 ** floor(log10(rough))
    gap = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)
    levels = [[loss // gap if isfinite(loss) else None for loss in row] for row in losses]
    picture = []
    for row, under in pairwise(levels):
        here = zip(row, row[1:], under, strict=False)
        picture.append(["." if len({*three}) > 1 else " " for three in here])
    return picture, gap


if __name__ == "__main__":
    points = [(-1.0, -2.0), (0.0, 1.0), (1.0, 2.0), (2.0, 3.0)]
    try:
        rows = train(Value(-1.0), Value(3.0), points, lr=0.1, steps=10)  # play with lr and steps here
        show(rows)
        from contours import loss_table

        show_map(rows, points, loss_table)
    except (NotImplementedError, ImportError) as still_to_do:
        raise SystemExit(f"Not yet: {still_to_do}. Run pytest to see what comes next.") from None
