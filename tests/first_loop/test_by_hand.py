"""Exercise `by_hand`: marked as a maths teacher would, with follow-through.

An answer counts when it is true, and also when it follows by the right method from the student's own
earlier answers: a slip costs once (`paper.following`). Two decimals are precise enough for pencil and paper.
"""

import pytest

from grader.checks import described
from tests.first_loop import paper
from tests.first_loop.paper import ETA, W, X, Y
from tests.lessons.marking import Marker

DIRECTIONS = ("increase", "decrease")
SIGNS = ("positive", "negative", "zero")


@pytest.fixture
def marked(by_hand, remark):
    """Marks one answer at a time."""
    return Marker(by_hand, remark, paper)


def test_prediction(marked):
    """The prediction is w times x."""
    marked.number("Y_HAT", f"ŷ = w · x with w = {W} and x = {X}")


def test_loss(marked):
    """The loss is the square of prediction minus truth."""
    marked.number("LOSS", f"L = (ŷ − y)² with ŷ = {described(marked.own.Y_HAT)} and y = {Y}")


def test_w_should_move_towards_the_target(marked):
    """You can say which way w should go, before computing any gradient."""
    y_hat = described(marked.own.Y_HAT)
    method = f"the prediction {y_hat} should come closer to {Y}, and x = {X} is positive"
    marked.word("W_SHOULD", DIRECTIONS, method)


def test_sign_of_the_gradient(marked):
    """You can say the sign of the gradient before computing it."""
    method = f"ŷ = {described(marked.own.Y_HAT)} grows with w; does its distance from {Y} grow, too?"
    marked.word("GRADIENT_SIGN", SIGNS, method)


@pytest.mark.weight(2)
def test_gradient(marked):
    """The gradient has two factors: 2·(ŷ − y) from the square, and x from the product."""
    y_hat = described(marked.own.Y_HAT)
    marked.number("GRADIENT", f"dL/dw = 2 · (ŷ − y) · x with ŷ = {y_hat}, y = {Y} and x = {X}")


def test_w_after_one_step(marked):
    """A step goes against the gradient, by η times the gradient."""
    gradient = described(marked.own.GRADIENT)
    marked.number("W_AFTER", f"new w = w − η · gradient with w = {W}, η = {ETA} and gradient = {gradient}")


def test_prediction_after_one_step(marked):
    """The new prediction uses the new w."""
    marked.number("Y_HAT_AFTER", f"ŷ = w · x with the new w = {described(marked.own.W_AFTER)} and x = {X}")


def test_loss_after_one_step(marked):
    """The new loss uses the new prediction."""
    y_hat = described(marked.own.Y_HAT_AFTER)
    marked.number("LOSS_AFTER", f"L = (ŷ − y)² with the new ŷ = {y_hat} and y = {Y}")


def test_loss_went_down(marked):
    """Comparing the two losses shows whether the step helped."""
    before, after = described(marked.own.LOSS), described(marked.own.LOSS_AFTER)
    method = f"the loss was {before} before the step and is {after} after it"
    marked.truth("LOSS_WENT_DOWN", method)
