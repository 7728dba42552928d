"""Exercise `by_hand`: marked as a maths teacher would, with follow-through.

An answer counts when it is true, and also when it follows by the right method from the student's own
earlier answers: a slip costs once (`paper.following`). Two decimals are precise enough for pencil and paper.
"""

import pytest

from grader.checks import described
from tests.lessons.marking import Marker
from tests.two_parameters import paper
from tests.two_parameters.paper import ETA, SIGNS, X_1, X_2, Y_1, Y_2, B, W


@pytest.fixture
def marked(by_hand, remark):
    """Marks one answer at a time."""
    return PointMarker(by_hand, remark, paper)


class PointMarker(Marker):
    """A marker that can say what the errors of both points are made of."""

    def errors(self):
        """Both errors, for a method."""
        first, second = (described(getattr(self.own, name)) for name in ("Y_HAT_1", "Y_HAT_2"))
        return f"the errors are {first} − {Y_1} and {second} − {Y_2}"


def test_first_prediction(marked):
    """The prediction is w times x plus b."""
    marked.number("Y_HAT_1", f"ŷ = w · x + b with w = {W}, b = {B} and x = {X_1}")


def test_second_prediction(marked):
    """Another point, another prediction, by the same line."""
    marked.number("Y_HAT_2", f"ŷ = w · x + b with w = {W}, b = {B} and x = {X_2}")


@pytest.mark.weight(2)
def test_loss(marked):
    """The loss is the mean of the two squared errors."""
    marked.number("LOSS", f"L is the mean of (ŷ − y)² over both points, and {marked.errors()}")


def test_sign_of_the_gradient_for_w(marked):
    """You can say the sign of dL/dw before computing it."""
    method = (
        f"{marked.errors()}: which of the two parts, each error times its x of {X_1} or {X_2}, weighs more?"
    )
    marked.word("GRADIENT_W_SIGN", SIGNS, method)


def test_sign_of_the_gradient_for_b(marked):
    """You can say the sign of dL/db before computing it."""
    method = f"a larger b lifts both predictions, and {marked.errors()}: would that help more than it harms?"
    marked.word("GRADIENT_B_SIGN", SIGNS, method)


@pytest.mark.weight(2)
def test_gradient_for_w(marked):
    """For w each point adds 2·(ŷ − y)·x, and the gradient is the mean."""
    method = f"dL/dw is the mean of 2 · (ŷ − y) · x with x = {X_1} and x = {X_2}, and {marked.errors()}"
    marked.number("GRADIENT_W", method)


@pytest.mark.weight(2)
def test_gradient_for_b(marked):
    """For b each point adds 2·(ŷ − y), and the gradient is the mean."""
    marked.number("GRADIENT_B", f"dL/db is the mean of 2 · (ŷ − y), and {marked.errors()}")


def test_w_after_one_step(marked):
    """w goes against its gradient, by η times the gradient."""
    gradient = described(marked.own.GRADIENT_W)
    marked.number("W_AFTER", f"new w = w − η · dL/dw with w = {W}, η = {ETA} and dL/dw = {gradient}")


def test_b_after_one_step(marked):
    """b goes against its own gradient, from where w and b stood before the step."""
    gradient = described(marked.own.GRADIENT_B)
    marked.number("B_AFTER", f"new b = b − η · dL/db with b = {B}, η = {ETA} and dL/db = {gradient}")


@pytest.mark.weight(2)
def test_loss_after_one_step(marked):
    """The new loss uses both new parameters."""
    w, b = described(marked.own.W_AFTER), described(marked.own.B_AFTER)
    marked.number("LOSS_AFTER", f"L is the mean of (ŷ − y)² with the new w = {w} and the new b = {b}")


def test_loss_went_down(marked):
    """Comparing the two losses shows whether the step helped."""
    before, after = described(marked.own.LOSS), described(marked.own.LOSS_AFTER)
    marked.truth("LOSS_WENT_DOWN", f"the loss was {before} before the step and is {after} after it")
