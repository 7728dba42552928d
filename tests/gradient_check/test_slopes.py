"""Exercise `slopes`: rise over way, by a nudge to one side and to both, and how far apart two numbers are."""

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from grader.checks import close, is_number, number
from tests.gradient_check import nudges, picture
from tests.gradient_check.engines import function as here
from tests.gradient_check.engines import relative_error
from tests.gradient_check.strategies import nonzero, numbers
from tests.gradient_check.strategies import nudges as sizes

CUBE = "lambda x: x * x * x"
PARABOLA = "lambda x: 2.0 * x * x - 3.0 * x + 1.0"
LINE = "lambda x: 4.0 - 2.5 * x"
HYPERBOLA = "lambda x: 1.0 / (x * x + 1.0)"
curves = st.sampled_from([CUBE, PARABOLA, LINE, HYPERBOLA])


def at(text, x, h=None):
    size = "" if h is None else f" and h = {h:g}"
    return f"for f = {text} at x = {x:g}{size}"


@pytest.mark.weight(4)
@settings(max_examples=8)
@given(text=curves, x=numbers, h=sizes)
@example(text=PARABOLA, x=3.0, h=0.5)
@example(text=CUBE, x=3.0, h=1.0)
@example(text=CUBE, x=-2.0, h=0.25)
@example(text=LINE, x=0.0, h=2.0)
def test_forward_slope(slopes, function, text, x, h):
    """The forward slope is (f(x + h) − f(x)) / h."""
    f = here(text)
    due = (f(x + h) - f(x)) / h
    found = slopes.forward_slope(function(text), x, h)
    assert found == close(due), f"forward_slope(f, x, h) {at(text, x, h)}"


@pytest.mark.weight(4)
@settings(max_examples=8)
@given(text=curves, x=numbers, h=sizes)
@example(text=PARABOLA, x=3.0, h=0.5)
@example(text=CUBE, x=3.0, h=1.0)
@example(text=CUBE, x=-2.0, h=0.25)
@example(text=LINE, x=0.0, h=2.0)
def test_central_slope(slopes, function, text, x, h):
    """The central slope is (f(x + h) − f(x − h)) / 2h."""
    f = here(text)
    due = (f(x + h) - f(x - h)) / (2 * h)
    found = slopes.central_slope(function(text), x, h)
    assert found == close(due), f"central_slope(f, x, h) {at(text, x, h)}"


@pytest.mark.weight(2)
def test_central_slope_needs_no_h(slopes, function):
    """Unless told otherwise the nudge is 1e-5, and at least six digits of the slope are right."""
    for text, x, due in ((CUBE, 3.0, 27.0), (CUBE, -0.5, 0.75), (PARABOLA, 2.0, 5.0), (LINE, 7.0, -2.5)):
        found = slopes.central_slope(function(text), x)
        assert found == close(due, rel=1e-7), f"central_slope(f, x) {at(text, x)}"


def errors(slopes, f, name, powers):
    """Pairs (h, relative error) of a student's slopes of x³ at 3."""
    slope = getattr(slopes, name)
    found = [(10.0**-power, slope(f, nudges.X, 10.0**-power)) for power in powers]
    return [(h, relative_error(slope, nudges.SLOPE)) for h, slope in found if is_number(slope)]


@pytest.mark.weight(2)
def test_errors_shrink_with_the_nudge(slopes, function, plot):
    """With h ten times smaller a forward slope is ten times better, and a central one a hundred times."""
    f = function(CUBE)
    found = {kind: errors(slopes, f, f"{kind}_slope", nudges.POWERS) for kind in ("forward", "central")}
    plot(
        "How wrong a measured slope is, for each h (x³ at 3)", "h", "relative error",
        picture.errors(found), scale="logarithmic", window=picture.WINDOW,
    )  # fmt: skip
    for kind, due in (("forward", 10), ("central", 100)):
        known = dict(found[kind])
        for large, small in pairwise((1e-1, 1e-2, 1e-3)):
            assert large in known and small in known, f"{kind}_slope gives no number at h = {small:g}"
            change = known[large] / known[small] if known[small] else 0.0
            where = f"for f = {CUBE} at x = 3, from h = {large:g} to h = {small:g}"
            assert change == close(due, rel=0.05), (
                f"how many times smaller the error of {kind}_slope gets, {where}"
            )


@pytest.mark.weight(3)
@settings(max_examples=6)
@given(found=nonzero, due=nonzero)
@example(found=3.0, due=5.0)
@example(found=5.0, due=3.0)
@example(found=-3.0, due=5.0)
@example(found=-4.0, due=-5.0)
@example(found=200.0, due=0.5)
def test_relative_error(slopes, found, due):
    """The relative error is the difference of two numbers, as a share of the larger one in size."""
    error = relative_error(found, due)
    assert slopes.relative_error(found, due) == close(error), f"relative_error({found:g}, {due:g})"


@pytest.mark.weight(2)
def test_relative_error_knows_no_scale(slopes):
    """It is the same for large numbers and for tiny ones, and 1 where one of them is 0."""
    for found, due in ((3e9, 4e9), (3e-9, 4e-9), (0.0, 2.0), (-1e-7, 0.0), (7.0, 0.0)):
        error = relative_error(found, due)
        assert slopes.relative_error(found, due) == close(error), f"relative_error({found:g}, {due:g})"


@pytest.mark.weight(1)
def test_relative_error_of_equal_numbers(slopes):
    """Equal numbers have a relative error of 0, two zeros as well."""
    for found in (3.0, -0.25, 0.0):
        beside = number(slopes.relative_error(found, found + 1.0))
        assert beside > 0, f"relative_error({found:g}, {found + 1:g}) is {beside:g}"
        assert slopes.relative_error(found, found) == close(0.0), f"relative_error({found:g}, {found:g})"
