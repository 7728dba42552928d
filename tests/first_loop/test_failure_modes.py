"""Exercise `failure_modes`: what a learning rate does, and why gradients are reset."""

import pytest

from grader.checks import close, todo
from grader.compare import described

X = 2
WORDS = ("smooth", "one step", "zigzag", "stuck", "explodes")


def behaviour(failure_modes, eta):
    """What the student says about `eta`, in small letters; 0.1 + 0.2 finds the entry for 0.3."""
    table = failure_modes.BEHAVIOUR
    assert type(table) is dict, "BEHAVIOUR should be a dict from learning rate to word"
    entries = [word for key, word in table.items() if key == close(eta, rel=1e-6)]
    assert entries, f"BEHAVIOUR has no entry for η = {eta}"
    if entries[0] is None:
        todo(f"BEHAVIOUR[{eta}] is still None")
    return " ".join(entries[0].lower().split()) if type(entries[0]) is str else entries[0]


def assert_behaviour(failure_modes, eta, due):
    """The student's word for `eta` is `due`; a wrong one is met with the factor, not with the answer."""
    found = behaviour(failure_modes, eta)
    listed = ", ".join(f'"{word}"' for word in WORDS)
    assert found in WORDS, f"BEHAVIOUR[{eta}] is {described(found)}; it should be one of {listed}"
    assert found == due, (
        f"at η = {eta} each step multiplies the error w − w* by 1 − 2·η·x² = {1 - 2 * eta * X * X:.6g}: "
        f'is that "{found}"?'
    )


@pytest.mark.weight(3)
def test_eta_0_05(failure_modes):
    """You know how w moves at η = 0.05."""
    assert_behaviour(failure_modes, 0.05, "smooth")


@pytest.mark.weight(3)
def test_eta_0_125(failure_modes):
    """You know how w moves at η = 0.125."""
    assert_behaviour(failure_modes, 0.125, "one step")


@pytest.mark.weight(3)
def test_eta_0_2(failure_modes):
    """You know how w moves at η = 0.2."""
    assert_behaviour(failure_modes, 0.2, "zigzag")


@pytest.mark.weight(3)
def test_eta_0_25(failure_modes):
    """You know how w moves at η = 0.25."""
    assert_behaviour(failure_modes, 0.25, "stuck")


@pytest.mark.weight(3)
def test_eta_0_3(failure_modes):
    """You know how w moves at η = 0.3."""
    assert_behaviour(failure_modes, 0.3, "explodes")


@pytest.mark.weight(5)
def test_gradient_after_two_backwards(failure_modes):
    """Without a reset, a second backward adds its gradient to the first."""
    found = failure_modes.GRADIENT_AFTER_TWO_BACKWARDS
    if found is None:
        todo("GRADIENT_AFTER_TWO_BACKWARDS is still None")
    assert found == close(-48), (
        f"GRADIENT_AFTER_TWO_BACKWARDS is {described(found)}, but the second backward adds the gradient "
        "of the second loss to what w.grad holds from the first"
    )
