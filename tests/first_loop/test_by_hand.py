"""Exercise `by_hand`: marked as a maths teacher would, with follow-through.

An answer counts when it is true, and also when it follows by the right method from the student's own
earlier answers: a slip costs once. Two decimals are precise enough for pencil and paper.
"""

import pytest

from grader.checks import close, todo
from grader.compare import described

X, Y, W, ETA = 2, 4, -1, 0.1
DIRECTIONS = ("increase", "decrease")
SIGNS = ("positive", "negative", "zero")


def answer(by_hand, name):
    """The student's answer; one that is still None is to do."""
    found = getattr(by_hand, name)
    if found is None:
        todo(f"{name} is still None")
    return found


def own(by_hand, name, truth):
    """The number that later answers may build on: the student's own, or the true one where there is none."""
    found = getattr(by_hand, name, None)
    return found if type(found) in (int, float) and abs(found) < 1e9 else truth


def near(due):
    return close(due, rel=1e-6, abs=0.005)


def plain(word):
    """A word in small letters and without spaces around it; anything else as it is."""
    return word.strip().lower() if type(word) is str else word


@pytest.fixture
def marked(by_hand, remark):
    """Marks one answer at a time."""
    return Marker(by_hand, remark)


class Marker:
    """An answer counts when it is true, or when it follows from the student's own earlier ones."""

    def __init__(self, by_hand, remark):
        self.by_hand = by_hand
        self.remark = remark

    def number(self, name, method, truth, *following):
        """`name` is the `truth`, or one of the numbers `following`; `method` says how it is worked out."""
        found = answer(self.by_hand, name)
        fitting = any(found == near(due) for due in (truth, *following))
        assert fitting, f"{name} is {described(found)}, but {method}"

    def word(self, name, words, method, truth, following):
        """`name` is the `truth` or `following`, one of all possible `words`, in capitals or not."""
        found = answer(self.by_hand, name)
        word = plain(found)
        listed = " or ".join(f'"{w}"' for w in words)
        assert word in words, f"{name} is {described(found)}; it should be {listed}"
        assert word in (truth, following), f'{name} is "{word}", but {method}'
        if found != word:
            self.remark(f'`{name}` was read as "{word}"')


def test_prediction(marked):
    """The prediction is w times x."""
    marked.number("Y_HAT", f"ŷ = w · x with w = {W} and x = {X}", W * X)


def test_loss(by_hand, marked):
    """The loss is the square of prediction minus truth."""
    y_hat = own(by_hand, "Y_HAT", W * X)
    method = f"L = (ŷ − y)² with ŷ = {described(y_hat)} and y = {Y}"
    marked.number("LOSS", method, (W * X - Y) ** 2, (y_hat - Y) ** 2)


def test_w_should_move_towards_the_target(by_hand, marked):
    """You can say which way w should go, before computing any gradient."""
    y_hat = own(by_hand, "Y_HAT", W * X)
    follows = "decrease" if y_hat > Y else "increase"
    method = f"the prediction {described(y_hat)} should come closer to {Y}, and x = {X} is positive"
    marked.word("W_SHOULD", DIRECTIONS, method, "increase", follows)


def test_sign_of_the_gradient(by_hand, marked):
    """You can say the sign of the gradient before computing it."""
    y_hat = own(by_hand, "Y_HAT", W * X)
    method = f"ŷ = {described(y_hat)} grows with w; does its distance from {Y} grow, too?"
    marked.word("GRADIENT_SIGN", SIGNS, method, "negative", _sign(y_hat - Y))


@pytest.mark.weight(2)
def test_gradient(by_hand, marked):
    """The gradient has two factors: 2·(ŷ − y) from the square, and x from the product."""
    y_hat = own(by_hand, "Y_HAT", W * X)
    due = 2 * (y_hat - Y) * X
    method = f"dL/dw = 2 · (ŷ − y) · x with ŷ = {described(y_hat)}, y = {Y} and x = {X}"
    following = [due]
    if plain(getattr(by_hand, "GRADIENT_SIGN", None)) == _sign(-due):
        following.append(-due)  # the sign was lost above already, and has cost what it costs
    marked.number("GRADIENT", method, 2 * (W * X - Y) * X, *following)


def test_w_after_one_step(by_hand, marked):
    """A step goes against the gradient, by η times the gradient."""
    gradient = own(by_hand, "GRADIENT", -24)
    method = f"new w = w − η · gradient with w = {W}, η = {ETA} and gradient = {described(gradient)}"
    marked.number("W_AFTER", method, 1.4, W - ETA * gradient)


def test_prediction_after_one_step(by_hand, marked):
    """The new prediction uses the new w."""
    w = own(by_hand, "W_AFTER", 1.4)
    method = f"ŷ = w · x with the new w = {described(w)} and x = {X}"
    marked.number("Y_HAT_AFTER", method, 2.8, w * X)


def test_loss_after_one_step(by_hand, marked):
    """The new loss uses the new prediction."""
    y_hat = own(by_hand, "Y_HAT_AFTER", 2.8)
    method = f"L = (ŷ − y)² with the new ŷ = {described(y_hat)} and y = {Y}"
    marked.number("LOSS_AFTER", method, 1.44, (y_hat - Y) ** 2)


def test_loss_went_down(by_hand):
    """Comparing the two losses shows whether the step helped."""
    found = answer(by_hand, "LOSS_WENT_DOWN")
    assert type(found) is bool, f"LOSS_WENT_DOWN is {described(found)}; it should be True or False"
    before, after = own(by_hand, "LOSS", 36), own(by_hand, "LOSS_AFTER", 1.44)
    # A slip in either loss has cost what it costs: what each should have been counts as well.
    befores = (before, (own(by_hand, "Y_HAT", W * X) - Y) ** 2)
    afters = (after, (own(by_hand, "Y_HAT_AFTER", 2.8) - Y) ** 2)
    accepted = {new < old for old in befores for new in afters}
    method = f"the loss was {described(before)} before the step and is {described(after)} after it"
    assert found in accepted, f"LOSS_WENT_DOWN is {found}, but {method}"


def _sign(number):
    return "zero" if number == 0 else "positive" if number > 0 else "negative"
