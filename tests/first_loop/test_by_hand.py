"""Exercise `by_hand`: marked as a maths teacher would, with follow-through.

An answer counts when it is true, and also when it follows by the right method from the student's own
earlier answers: a slip costs once (`paper.following`). Two decimals are precise enough for pencil and paper.
"""

from functools import cache

import pytest

from grader.checks import described, todo
from tests.first_loop.paper import BEFORE, ETA, Own, W, X, Y, accepted, following, near, plain

DIRECTIONS = ("increase", "decrease")
SIGNS = ("positive", "negative", "zero")


@pytest.fixture
def marked(by_hand, remark):
    """Marks one answer at a time."""
    return Marker(by_hand, remark)


class Marker:
    """An answer counts when it is true, or when it follows from the student's `own` earlier ones.

    It is looked at last, after all that it builds on: the last look is what an example shows.
    """

    def __init__(self, by_hand, remark):
        self.by_hand = by_hand
        self.remark = remark
        self.own = Own(cache(lambda name: getattr(by_hand, name, None)))

    def number(self, name, method):
        """`name` is a number that counts; `method` says how it is worked out."""
        due = accepted(name, self.own)
        found = self._answer(name)
        fitting = any(found == near(number) for number in due)
        assert fitting, f"{name} is {described(found)}, but {self._reason(name, method)}"

    def word(self, name, words, method):
        """`name` is one of all possible `words`, in capitals or not, and one that counts."""
        due = accepted(name, self.own)
        found = self._answer(name)
        word = plain(found)
        listed = " or ".join(f'"{w}"' for w in words)
        assert word in words, f"{name} is {described(found)}; it should be {listed}"
        assert word in due, f'{name} is "{word}", but {self._reason(name, method)}'
        if found != word:
            self.remark(f'`{name}` was read as "{word}"')

    def truth(self, name, method):
        """`name` is True or False, whichever counts."""
        due = accepted(name, self.own)
        found = self._answer(name)
        assert type(found) is bool, f"{name} is {described(found)}; it should be True or False"
        assert found in due, f"{name} is {found}, but {self._reason(name, method)}"

    def _answer(self, name):
        """The student's answer; one that is still None is to do."""
        found = getattr(self.by_hand, name)
        if found is None:
            todo(f"{name} is still None")
        return found

    def _reason(self, name, method):
        before = BEFORE.get(name)
        if before is None or following(name, self.own):
            return method
        number = described(getattr(self.own, before))
        return (
            f"with your {before} = {number} nothing is left to work out here, so only the true answer counts"
        )


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
