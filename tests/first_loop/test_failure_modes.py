"""Exercise `failure_modes`: what a learning rate does, and why gradients are reset."""

import pytest

from grader.checks import GraderError, Stopped, close, described, todo
from tests.first_loop.paper import TRUE, X, behaviour, carried_gradient
from tests.lessons.answers import unquoted

WORDS = ("smooth", "one step", "zigzag", "stuck", "explodes")


def entry(failure_modes, eta):
    """The student's key and word for `eta`; 0.1 + 0.2 is a key for 0.3 as well, and so is the text "0.3"."""
    table = failure_modes.BEHAVIOUR
    assert type(table) is dict, "BEHAVIOUR should be a dict from learning rate to word"
    entries = [(key, word) for key, word in table.items() if unquoted(key) == close(eta, rel=1e-6)]
    assert entries, f"BEHAVIOUR has no entry for η = {eta}"
    if entries[0][1] is None:
        todo(f"BEHAVIOUR[{eta}] is still None")
    return entries[0]


@pytest.fixture
def behaves(failure_modes, remark):
    """Marks the word for one learning rate; a wrong one is met with the factor, not with the answer."""

    def mark(eta):
        key, written = entry(failure_modes, eta)
        in_quotes = [other for other in failure_modes.BEHAVIOUR if unquoted(other) != other]
        # Whoever puts all five in quotes has made one mistake, and pays for it at the first of them.
        assert key not in in_quotes[:1], (
            f"a key of BEHAVIOUR is {described(key)}; it should be a number: {eta}"
        )
        word = " ".join(written.lower().split()) if type(written) is str else written
        listed = ", ".join(f'"{word}"' for word in WORDS)
        assert word in WORDS, f"BEHAVIOUR[{eta}] is {described(word)}; it should be one of {listed}"
        assert word == behaviour(eta), (
            f"at η = {eta} each step multiplies the error w − w* by 1 − 2·η·x² = {1 - 2 * eta * X * X:.6g}: "
            f'is that "{word}"?'
        )
        if key != eta or written != word:
            aside = ", though its key stands in quotes" if key in in_quotes else ""
            remark(f'`BEHAVIOUR[{eta}]` was read as "{word}"{aside}')

    return mark


@pytest.mark.weight(3)
def test_eta_0_05(behaves):
    """You know how w moves at η = 0.05."""
    behaves(0.05)


@pytest.mark.weight(3)
def test_eta_0_125(behaves):
    """You know how w moves at η = 0.125."""
    behaves(0.125)


@pytest.mark.weight(3)
def test_eta_0_2(behaves):
    """You know how w moves at η = 0.2."""
    behaves(0.2)


@pytest.mark.weight(3)
def test_eta_0_25(behaves):
    """You know how w moves at η = 0.25."""
    behaves(0.25)


@pytest.mark.weight(3)
def test_eta_0_3(behaves):
    """You know how w moves at η = 0.3."""
    behaves(0.3)


@pytest.fixture
def gradients(request):
    """The gradients of one backward pass that the answer may build on: the true one, and the student's own.

    A by_hand.py that is missing or wrong in itself costs nothing here.
    """

    def known():
        try:
            own = carried_gradient(request.getfixturevalue("by_hand").GRADIENT)
        except GraderError:
            raise  # our fault, and not for a student to pay for
        except (Exception, Stopped):
            own = None
        return [TRUE["GRADIENT"]] if own is None else [TRUE["GRADIENT"], own]

    return known


@pytest.mark.weight(5)
def test_gradient_after_two_backwards(failure_modes, gradients, remark):
    """Without a reset, a second backward adds its gradient to the first."""
    found = failure_modes.GRADIENT_AFTER_TWO_BACKWARDS
    if found is None:
        todo("GRADIENT_AFTER_TWO_BACKWARDS is still None")
    if found == close(2 * TRUE["GRADIENT"]):
        return
    known = gradients()
    found = failure_modes.GRADIENT_AFTER_TWO_BACKWARDS  # again: an example shows what was looked at last
    # What would be right is not said: it is the answer.
    assert any(found == close(2 * gradient) for gradient in known), (
        f"GRADIENT_AFTER_TWO_BACKWARDS is {described(found)}, but the second backward adds the gradient "
        "of the second loss to what w.grad holds from the first"
    )
    remark(
        "`GRADIENT_AFTER_TWO_BACKWARDS` counted, because it is twice the GRADIENT of your by_hand.py, "
        "where the mistake has cost what it costs"
    )
