"""Given: w on its valley, with the rows of `train` beside it. There is nothing to write here.

The valley is the loss over w, drawn in characters. It shows what `train` has recorded, right or wrong.
"""

import sys
from math import isclose, isfinite

import showing

NAMES = ("step", "w", "loss")
WIDE, HIGH = 43, 13  # characters of the picture
CURVE = 400  # places of the curve that are drawn
FAR = 1e100  # from the floor; a loss much farther out is no float any more
BESIDE = 79  # columns that the table and the picture take side by side


def show(train, w, x, y, lr, steps):
    """Let w learn, and show what happened. With --page the same is written as a page for a browser."""
    rows = showing.trained(train, NAMES, w, x, y, lr=lr, steps=steps)
    if rows is None:
        return
    valley, trouble = valley_of(rows, x, y)
    if valley is None:
        print("\n".join([*showing.table(rows, NAMES), "", f"No picture: {trouble}."]))
        return
    walk(rows, valley)
    if "--page" in sys.argv[1:]:
        import page

        page.write(rows, valley, lr)


def valley_of(rows, x, y):
    """What is drawn; or None, and why nothing can be."""
    if x == 0:
        return None, "where x is 0, every w has the same loss"
    if not isfinite(rows[0][1]):
        return None, "w is no number at the start"
    return Valley(rows, x, y), ""


class Valley:
    """Which part of the curve is shown. Steps that fly far off stay out."""

    def __init__(self, rows, x, y):
        self.x, self.y, self.best = x, y, y / x
        reach = 2 * abs(rows[0][1] - self.best) or 1.0
        away = [abs(w - self.best) for _, w, _ in rows]
        half = 1.1 * max((far for far in away if far <= reach), default=0.0) or 1.0
        self.half, self.left, self.right = half, self.best - half, self.best + half
        self.top = self.loss(self.left)

    def loss(self, w):
        return (w * self.x - self.y) ** 2

    def place(self, w, loss, wide):
        """Line and column of a spot; None where it is outside."""
        if not (isfinite(loss) and abs(w - self.best) <= self.half * 1.0001 and abs(loss) <= 2 * self.top):
            return None
        line = round((1 - loss / self.top) * (HIGH - 1))
        column = round((w - self.left) / (self.right - self.left) * (wide - 1))
        return (line, column) if 0 <= line < HIGH else None

    def lines(self, rows, wide, last=""):
        """The curve, and on it each step of the rows. `last`, if there is one, marks the last of them."""
        cells = [[" "] * wide for _ in range(HIGH)]
        for k in range(CURVE + 1):
            w = self.left + (self.right - self.left) * k / CURVE
            line, column = self.place(w, min(self.loss(w), self.top), wide)
            cells[line][column] = "."
        marks = [(showing.sign(step), w, loss) for step, (_, w, loss) in enumerate(rows)]
        if last:
            marks.insert(0, (last, *marks.pop()[1:]))
        for mark, w, loss in reversed(marks):  # earlier ones on top, for they come to lie close together
            if place := self.place(w, loss, wide):
                cells[place[0]][place[1]] = mark
        return [*map("".join, cells), self.axis(wide)]

    def axis(self, wide):
        left, middle, right = (f"{w:.4g}" for w in (self.left, self.best, self.right))
        side = (wide - len(middle)) // 2
        return f"{left:<{side}}{middle}{right:>{wide - side - len(middle)}}"

    def remarks(self, rows):
        """What the picture does not show by itself."""
        yield f"0, 1, 2 ... are the steps, then o. The floor is at w = {self.best:.6g}."
        lost = sum(self.place(w, loss, WIDE) is None for _, w, loss in rows)
        if lost:
            yield f"Too far away for the picture, or no number: {lost} of {len(rows)} steps."
        for step, (_, w, loss) in enumerate(rows):
            known = isfinite(w) and isfinite(loss) and abs(w - self.best) < FAR
            if known and not isclose(loss, self.loss(w), rel_tol=1e-6, abs_tol=1e-9):
                yield f"Row {step} is beside the valley: its loss is not the loss of its w."
                return


def walk(rows, valley):
    """The table and the valley: first as it came about, where that can be shown, then as it is."""
    table, wide = showing.table(rows, NAMES), min(WIDE, showing.columns() - 1)
    if showing.can_move(HIGH + 4, BESIDE):
        showing.play([moment(rows[:end], valley) for end in range(1, len(rows) + 1)])
    if showing.columns() >= BESIDE:
        print("\n".join(beside(table, ["loss", *valley.lines(rows, WIDE)])))
    elif wide >= 20:
        print("\n".join(["loss", *valley.lines(rows, wide), "", *table]))
    else:
        print("\n".join(table))
    print("\n".join(["", *valley.remarks(rows)]))


def moment(rows, valley):
    """One frame: w where it stands now, below the steps that brought it there."""
    heading, *table = showing.table(rows, NAMES)
    return beside([heading, *table[-HIGH:]], ["loss", *valley.lines(rows, WIDE, last="w")])


def beside(table, picture):
    wide = max(map(len, table)) + 3
    high = max(len(table), len(picture))
    pairs = zip(table + [""] * high, picture + [""] * high, strict=False)
    return [f"{left:<{wide}}{right}".rstrip() for left, right in list(pairs)[:high]]
