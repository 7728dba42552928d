"""What a lesson's page shows is what its numbers give: the valleys of lesson 2, the readings of lesson 4."""

import math
from pathlib import Path

import pytest

from tests.absolute_loss import ways
from tests.absolute_loss.misconceptions import outlier
from tests.two_parameters import lines, valley

ROOT = Path(__file__).parents[3]
LESSONS = ROOT / "exercises"
PAGE = LESSONS / "two_parameters" / "lesson.md"
LOSSES = LESSONS / "absolute_loss" / "lesson.md"
EXAMPLE = ((-2.0, 1.5), (0.0, -1.0), (2.0, -0.5))  # L = 8/3·(w + ½)² + b² + 7/6
ARROWS = {"A": (0.8, 0.0), "B": (-0.5, 2.0), "C": (-1.25, 2.0)}
SIGNS = dict(zip(valley.DIRECTIONS, "→↗↑↖←↙↓↘", strict=True))


class Drawing:
    """A valley seen from above, with `fine` lines and twice as many columns for 1 of either parameter."""

    def __init__(self, points, w, b, fine, loss, gap):
        self.points, self.fine, self.loss, self.gap = points, fine, loss, gap
        self.left, self.top = w[0], b[1]
        columns, rows = round((w[1] - w[0]) * 2 * fine) + 1, round((b[1] - b[0]) * fine) + 1
        self.cells = [[self._dot(column, row) for column in range(columns)] for row in range(rows)]
        self.put("*", lines.best(points))

    def _level(self, column, row):
        w, b = self.left + column / (2 * self.fine), self.top - row / self.fine
        return min(2, math.floor((lines.loss(w, b, self.points) - self.loss) / self.gap))  # two more lines

    def _dot(self, column, row):
        """A dot where a contour line runs through the middle between this place and the next ones."""
        across = self._level(column - 0.5, row) != self._level(column + 0.5, row)
        down = self._level(column, row - 0.5) != self._level(column, row + 0.5)
        return "." if across or down else " "

    def put(self, mark, place):
        w, b = place
        self.cells[round((self.top - b) * self.fine)][round((w - self.left) * 2 * self.fine)] = mark

    def arrow(self, mark, start, rate):
        """The step of gradient descent from `start` with the learning rate `rate`."""
        sign = SIGNS[valley.first_step(start, self.points)]
        dw, db = lines.slopes(*start, self.points)
        signs = round(rate * self.fine * (abs(db) if abs(db) > 1e-9 else 2 * abs(dw)))
        for k in range(1, signs + 1):
            self.put(sign, (start[0] - rate * dw * k / signs, start[1] - rate * db * k / signs))
        self.put(mark, start)

    def __str__(self):
        return "\n".join(f"    {''.join(row)}".rstrip() for row in self.cells)


def picture():
    """The picture with P and Q. P lies on one of its lines."""
    drawing = Drawing(valley.POINTS, (-0.8, 2.8), (-1.4, 4.0), 5, lines.loss(*valley.P, valley.POINTS), 3.0)
    for mark, place in (("P", valley.P), ("Q", valley.Q)):
        drawing.put(mark, place)
    return drawing


def example():
    """The picture with arrows."""
    drawing = Drawing(EXAMPLE, (-2.4, 1.4), (-1.8, 2.6), 5, lines.loss(*ARROWS["C"], EXAMPLE), 2.0)
    for mark, start in ARROWS.items():
        drawing.arrow(mark, start, 0.15)
    return drawing


@pytest.mark.parametrize("drawing", [picture, example])
def test_page_shows_the_valley_that_its_numbers_give(drawing):
    assert str(drawing()) in PAGE.read_text(encoding="utf-8")


READINGS = (0, 1, 5, 6, 23)
WIDE = 3  # characters for 1


def on_a_line(readings, b):
    """Readings on a line of numbers, and b below it."""
    rows = [[" "] * (max(readings) * WIDE + 4) for _ in range(3)]
    rows[1][: max(readings) * WIDE + 1] = "─" * (max(readings) * WIDE + 1)
    for y in readings:
        rows[0][y * WIDE : y * WIDE + len(str(y))] = str(y)
        rows[1][y * WIDE] = "o"
    sign = f"↑ b = {b:g}"
    rows[2][b * WIDE : b * WIDE + len(sign)] = sign
    return "\n".join(f"    {''.join(row)}".rstrip() for row in rows)


@pytest.mark.parametrize("lowest", [ways.squared_lowest_at, ways.absolute_lowest_at])
def test_page_shows_where_losses_are_lowest(lowest):
    assert on_a_line(READINGS, lowest(READINGS)) in LOSSES.read_text(encoding="utf-8")


def test_the_wild_reading_of_the_page_gives_no_answer_away():
    """It moves, the mean moves with it, and no number on the way is one that students are asked for."""
    page = LOSSES.read_text(encoding="utf-8")
    for readings in (outlier.PAGE, outlier.PAGE_LATER):
        mean, median = ways.squared_lowest_at(readings), ways.absolute_lowest_at(readings)
        assert f"| {', '.join(map(str, readings))} | {mean:g} | {median:g} |" in page
    before, after = map(ways.squared_lowest_at, (outlier.PAGE, outlier.PAGE_LATER))
    asked = {outlier.MEAN, outlier.NEW_MEAN, outlier.MEDIAN, outlier.NEW_MEAN - outlier.MEAN}
    assert before != after
    assert asked.isdisjoint({before, after, after - before, ways.absolute_lowest_at(outlier.PAGE)})


def row(name, values):
    return f"| {name} | {' | '.join(f'{value:.4f}'.rstrip('0').rstrip('.') for value in values)} |"


def test_page_shows_the_walks_that_its_numbers_give():
    """x = 2, y = 1, from w = 2."""
    page = LOSSES.read_text(encoding="utf-8")
    squared = ways.walk(2, lambda w: 2 * (2 * w - 1) * 2, 0.05, 6)
    absolute = ways.walk(2, lambda w: ways.sign(2 * w - 1) * 2, 0.2, 6)
    slower = ways.walk(2, lambda w: ways.sign(2 * w - 1) * 2, 0.2, 10, decay=0.5)
    assert row("w, squared", [round(w, 4) for w in squared]) in page
    assert row("w, absolute", absolute) in page
    first, last = row("w", slower[:4]), row("", slower[8:]).strip("| ")
    assert f"{first} | {last} |" in page


@pytest.mark.parametrize(
    "page",
    [
        "README.md",
        "exercises/README.md",
        "grader/README.md",
        "tests/README.md",
        *(f"exercises/{p.parent.name}/{p.name}" for p in sorted(LESSONS.glob("*/lesson.md"))),
    ],
)
def test_lines_to_copy_fit_a_terminal(page):
    """Code and drawings are read as they are, in 80 columns."""
    fenced = False
    for line in (ROOT / page).read_text(encoding="utf-8").splitlines():
        fenced ^= line.startswith("```")
        if fenced or line.startswith("    "):
            assert len(line) <= 80


if __name__ == "__main__":  # for whoever changes a number
    print(f"{example()}\n\n{picture()}")
