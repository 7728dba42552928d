"""Given: the valley from above, with the way that `train` took. There is nothing to write here.

The map shows what `train` has recorded, right or wrong; its heights come from your `loss_table`.
"""

from itertools import pairwise
from math import dist, floor, inf, isfinite, log10
from numbers import Real

import showing

NAMES = ("step", "w", "b", "loss")
WIDE, HIGH = 72, 26  # characters of the map; two of them side by side are as wide as one is high


def show(train, w, b, points, lr, steps):
    """Let w and b learn, and show what happened: a table, and a map once there is a `loss_table`."""
    rows = showing.trained(train, NAMES, w, b, points, lr=lr, steps=steps)
    if rows is None:
        return
    print("\n".join(showing.table(rows, NAMES)))
    try:
        from contours import loss_table

        show_map(rows, points, loss_table)
    except ImportError:
        print("\nNo map yet: it needs `loss_table` of contours.py.")
    except NotImplementedError as still_to_do:
        print(f"\nNo map yet: {still_to_do}. Run pytest to see what comes next.")


def show_map(rows, points, loss_table):
    """Print the map with the way of these rows; first as it came about, where that can be shown.

    Both parameters have one scale, so right angles look right.
    """
    way = [(w, b) for _, w, b, _ in rows]
    if not way or not is_place(way[0]):
        print("\nNo map: there is no first step, or no number in it.")
        return
    valley = Map(way, points, loss_table)
    if showing.can_move(HIGH + 5, WIDE + 1):
        showing.play([valley.lines(way[:end], last="@") for end in range(1, len(way) + 1)])
    print("\n".join(["", *valley.lines(way), *valley.remarks(way)]))


class Map:
    """The contour lines around a way, and where on the map a place is."""

    def __init__(self, way, points, loss_table):
        self.goal = best_line(points)
        self.left, self.top, self.unit = frame(way, self.goal)
        ws = [self.left + self.unit * (column + 0.5) / 2 for column in range(WIDE + 1)]
        bs = [self.top - self.unit * (line + 0.5) for line in range(HIGH + 1)]
        losses = loss_table(ws, bs, points)
        if not is_table(losses):
            raise NotImplementedError(
                "loss_table should return a row for each b, with a number for each w in it"
            )
        self.contours, self.gap = contour_lines(losses)

    def place(self, spot):
        """Line and column of a place; None where it is not on the map."""
        if not is_place(spot):
            return None
        column, line = (spot[0] - self.left) / self.unit * 2, (self.top - spot[1]) / self.unit
        return (int(line), int(column)) if 0 <= column < WIDE and 0 <= line < HIGH else None

    def lines(self, way, last=""):
        """The map with the steps of a way. `last`, if there is one, marks the last of them."""
        cells = [list(line) for line in self.contours]
        marks = [(showing.sign(step), spot) for step, spot in enumerate(way)]
        if last:
            marks.insert(0, (last, marks.pop()[1]))
        for mark, spot in [("*", self.goal or way[0]), *reversed(marks)]:
            if place := self.place(spot):
                cells[place[0]][place[1]] = mark
        star = "* the best line" if self.goal else "many lines are best"
        now = f"{last} now" if last else "then o"
        return [
            f"b = {self.top:<10.3g} 0, 1, 2 ... the steps, {now}   {star}",
            *("".join(line).rstrip() for line in cells),
            f"b = {self.top - self.unit * HIGH:<10.3g} "
            f"from w = {self.left:.3g} to w = {self.left + self.unit * WIDE / 2:.3g}",
        ]

    def remarks(self, way):
        yield f"Dots join equal losses. From one line of them to the next the loss changes by {self.gap:g}."
        outside = sum(self.place(spot) is None for spot in way)
        if outside:
            yield f"Too far away to be on the map, or no number: {outside} of {len(way)} steps."


def is_table(losses):
    """Whether `loss_table` returned what a map can be drawn of: a row of numbers for each b."""
    rows = losses if isinstance(losses, list | tuple) else []
    fits = len(rows) == HIGH + 1 and all(
        isinstance(row, list | tuple) and len(row) == WIDE + 1 for row in rows
    )
    return fits and all(isinstance(loss, Real) for row in rows for loss in row)


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
