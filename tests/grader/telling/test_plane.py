"""A picture in a plane shows what is there: nothing outside of its edges, and no number that is none."""

import math
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.figures import Plane, Stroke
from grader.grading import record
from grader.telling.report import pages, plane
from grader.telling.report.plane import picture
from tests.grader.sample_grades import LESSON, half_done

WINDOW = (-2.0, 2.0, -1.0, 3.0)
CIRCLE = Stroke("1", "level", tuple((math.cos(k / 10), math.sin(k / 10)) for k in range(64)))
NUMBER = re.compile(r"-?\d+\.?\d*")


def drawn(*strokes, scale="equal", window=WINDOW):
    return picture(Plane("a map", "w", "b", strokes, scale, window))


def path(*spots, kind="path"):
    return Stroke("yours", kind, spots)


def spots_of(text):
    numbers = [float(found) for found in NUMBER.findall(text)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def test_what_is_held_against_it_looks_the_same_in_every_picture():
    """A student's own way looks as it does, whether or not there is one that was expected."""
    one = drawn(Stroke("the loss", "curve", ((0, 0), (1, 1))), path((0, 0)))
    other = drawn(Stroke("expected", "path", ((0, 0), (1, 1))), path((0, 0)), path((1, 1), kind="goal"))
    assert [stroke.look for stroke in one.strokes] == [0, 1]
    assert [stroke.look for stroke in other.strokes] == [0, 1, 0]


def test_a_curve_is_told_by_its_ends_and_its_floor():
    """It has so many spots that a table of them would hide the steps."""
    found = drawn(path((-1, 2), (0, 1), (1, 2), kind="curve"), path((0, 1)))
    assert "yours: a curve from (-1, 2) to (1, 2), lowest at (0, 1)." in found.description
    assert [row[1:] for row in found.rows] == [("0", "0", "1")]


def test_one_scale_for_both_axes():
    """A step of 1 is as long to the right as it is upward, and up is up."""
    found = drawn(path((0, 0), (1, 0), (1, 1)))
    (x, y), (right, same), (_, up) = found.strokes[0].markers
    assert same == y and right - x == pytest.approx(y - up) and right > x


def test_what_leaves_the_picture_is_cut_at_its_edge_and_said():
    """Two of four spots are outside."""
    found = drawn(path((0, 0), (1, 1), (3, 1), (1e300, -1e300)))
    (stroke,) = found.strokes
    assert len(stroke.markers) == 2 and spots_of(stroke.path)[-1][0] == 410 - (352 - 330) / 2
    assert stroke.note == "2 spots outside of the picture, the first (3, 1)"


@pytest.mark.parametrize(
    ("spots", "note"),
    [
        (((0, 0), (math.nan, 1), (1, 1)), "with gaps"),
        (((0, 0), (math.inf, 1), (math.nan, math.nan)), "no finite number from 1 on"),
        (((0, 0),), ""),
    ],
)
def test_what_is_no_number_leaves_a_gap(spots, note):
    """One spot alone is a marker without a way."""
    (stroke,) = drawn(path(*spots)).strokes
    assert (stroke.path, stroke.note) == ("", note)


def test_nothing_to_draw_is_no_picture():
    """No step, or no finite number."""
    assert drawn(path()) is None and drawn(path((math.nan, 0.0))) is None


def test_a_level_has_its_name_where_no_step_is():
    """Two levels at one place have one name less."""
    found = drawn(CIRCLE, path((0.0, 1.0), (0.0, 0.5)))
    (level,) = found.levels
    assert level.label is not None
    assert min(math.dist(level.label, marker) for marker in found.strokes[0].markers) > 50
    small = Stroke("2", "level", tuple((x / 1000, y / 1000) for x, y in CIRCLE.spots))
    assert [one.label is None for one in drawn(small, small, path((1, 1))).levels] == [False, True]


def test_logarithmic_axes_count_in_powers_of_ten():
    """What is not above 0 has no place there."""
    found = drawn(path((1e-3, 1e-6), (1e-1, 1e-2), (0.0, 1.0)), scale="logarithmic", window=())
    assert [tick.label for tick in found.x_ticks] == ["10⁻³", "0.01", "0.1"]
    assert len(found.strokes[0].markers) == 2 and "no finite number from 2" in found.strokes[0].note


FLOATS = st.one_of(st.floats(-3, 3), st.floats(), st.sampled_from([1e308, -1e308, 5e-324]))


@given(
    spots=st.lists(st.tuples(FLOATS, FLOATS), min_size=1, max_size=8),
    kind=st.sampled_from(["level", "line", "path", "points", "goal"]),
    scale=st.sampled_from(["free", "equal", "logarithmic"]),
    window=st.sampled_from([WINDOW, ()]),
)
def test_every_picture_stays_inside_its_edges(spots, kind, scale, window):
    """Whatever the numbers are."""
    found = drawn(path(*spots, kind=kind), scale=scale, window=window)
    for stroke in (*found.levels, *found.strokes) if found else ():
        for x, y in (*stroke.markers, *spots_of(stroke.path)):
            assert plane.LEFT <= x <= plane.RIGHT and plane.TOP - 0.1 <= y <= found.bottom + 0.1


def test_it_is_told_in_words_and_numbers():
    """What a screen reader says."""
    found = drawn(CIRCLE, path((0, 0), (1, 1)), Stroke("lowest", "goal", ((1.5, 2),)))
    assert (
        found.description
        == "b over w. Lines at 1. yours: 2 spots from (0, 0) to (1, 1). lowest: at (1.5, 2)."
    )
    assert found.rows == (("yours", "0", "0", "0"), ("yours", "1", "1", "1"), ("lowest", "0", "1.5", "2"))


def test_a_record_keeps_it_and_a_report_draws_it():
    """What is no number is null in between; a hostile name stays text."""
    figure = Plane("a map", "w", "b", (CIRCLE, path((0.0, math.nan)), Stroke("<b>", "path", ((0.0, 1.0),))))
    grade = half_done()
    first = replace(grade.exercises[0], figures=(*grade.exercises[2].figures, figure))
    grade = replace(grade, exercises=(first, *grade.exercises[1:]))
    data = record.dumps(grade)
    assert b"null" in data and record.dumps(record.loads(data)) == data
    assert record.loads(data).exercises[0].figures[-1].strokes[0].spots[1] == pytest.approx(CIRCLE.spots[1])
    page = pages.html(record.loads(data), LESSON)
    assert 'class="chart plane"' in page and "<b>" not in page and "&lt;b&gt;" in page
    assert "a map" not in pages.markdown(grade, LESSON)
