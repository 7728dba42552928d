"""Exercise `by_hand`: marked as a maths teacher would, with follow-through.

An answer counts when it is true, and also when it follows by the right method from the student's own
earlier answers: a slip costs once (`paper.following`). Two decimals are precise enough for pencil and paper.
"""

import pytest

from grader.checks import described
from tests.absolute_loss import paper
from tests.absolute_loss.paper import ETA_ABSOLUTE, ETA_SQUARED, W, X, Y
from tests.lessons.marking import Marker


@pytest.fixture
def marked(by_hand, remark):
    """Marks one answer at a time."""
    return Marker(by_hand, remark, paper)


def test_prediction(marked):
    """The prediction is w times x."""
    marked.number("Y_HAT", f"ŷ = w · x with w = {W} and x = {X}")


def test_squared_loss(marked):
    """The squared loss is the square of prediction minus truth."""
    marked.number("SQUARED_LOSS", f"L = (ŷ − y)² with ŷ = {described(marked.own.Y_HAT)} and y = {Y}")


def test_absolute_loss(marked):
    """The absolute loss is how far the prediction is from the truth."""
    marked.number("ABSOLUTE_LOSS", f"L = |ŷ − y| with ŷ = {described(marked.own.Y_HAT)} and y = {Y}")


@pytest.mark.weight(2)
def test_squared_gradient(marked):
    """The slope of the squared loss has two factors: 2·(ŷ − y) from the square, and x."""
    y_hat = described(marked.own.Y_HAT)
    marked.number("SQUARED_GRADIENT", f"dL/dw = 2 · (ŷ − y) · x with ŷ = {y_hat}, y = {Y} and x = {X}")


@pytest.mark.weight(3)
def test_absolute_gradient(marked):
    """The slope of the absolute loss has a side and no size: +1 or −1, and x."""
    y_hat = described(marked.own.Y_HAT)
    side = f"ŷ = {y_hat} grows with w; does its distance from {Y} grow, too, and x = {X} times as fast?"
    marked.number("ABSOLUTE_GRADIENT", side)


@pytest.mark.weight(2)
def test_w_after_one_squared_step(marked):
    """A step along the squared loss goes against its slope, by η times the slope."""
    gradient = described(marked.own.SQUARED_GRADIENT)
    method = f"new w = w − η · dL/dw with w = {W}, η = {ETA_SQUARED} and dL/dw = {gradient}"
    marked.number("W_AFTER_SQUARED", method)


@pytest.mark.weight(2)
def test_w_after_one_absolute_step(marked):
    """A step along the absolute loss does the same, with its own slope and its own η."""
    gradient = described(marked.own.ABSOLUTE_GRADIENT)
    method = f"new w = w − η · dL/dw with w = {W}, η = {ETA_ABSOLUTE} and dL/dw = {gradient}"
    marked.number("W_AFTER_ABSOLUTE", method)


@pytest.mark.weight(3)
def test_next_absolute_gradient(marked):
    """One step on, the slope of the absolute loss depends on nothing but the side."""
    w = described(marked.own.W_AFTER_ABSOLUTE)
    method = f"at w = {w} the prediction is w · {X}: is it above or below {Y}, and does it matter how far?"
    marked.number("NEXT_ABSOLUTE_GRADIENT", method)
