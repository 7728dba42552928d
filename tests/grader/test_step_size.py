"""Marking `step_size` of lesson 3: a confusion that both answers of a pair share costs once."""

from types import SimpleNamespace

import pytest

from grader.checking.compare import Todo
from tests.gradient_check import nudges
from tests.gradient_check import test_step_size as suite

BENDS, NOTHING, ROUNDING = nudges.WORDS
RIGHT = {1e-2: BENDS, 1e-5: NOTHING, 1e-13: ROUNDING}
FORWARD, CENTRAL = "forward_error_shrinks", "central_error_shrinks"


def lost(forward=10, central=100, spoils=RIGHT):
    """The checks that fail for these answers."""
    answers = SimpleNamespace(
        FORWARD_ERROR_SHRINKS=forward, CENTRAL_ERROR_SHRINKS=central, WHAT_SPOILS=spoils
    )
    shrinks = suite.shrinks.__wrapped__(answers)
    marks = suite.spoils.__wrapped__(answers, suite.chooses.__wrapped__(answers, lambda text: None))
    checks = {
        FORWARD: (suite.test_forward_error_shrinks, shrinks),
        CENTRAL: (suite.test_central_error_shrinks, answers, shrinks),
        1e-2: (suite.test_h_of_a_hundredth, marks),
        1e-5: (suite.test_h_of_a_hundred_thousandth, marks),
        1e-13: (suite.test_h_of_a_ten_trillionth, marks),
    }
    return [name for name, (check, *arguments) in checks.items() if fails(check, *arguments)]


def fails(check, *arguments):
    try:
        check(*arguments)
    except (AssertionError, Todo):
        return True
    return False


@pytest.mark.parametrize("pair", [(10, 100), (9.97, 100.4)], ids=str)
def test_truth_loses_nothing(pair):
    assert lost(*pair) == []


@pytest.mark.parametrize("pair", [(100, 10), (0.1, 0.01), (1, 2)], ids=str)
def test_confusion_of_both_factors_costs_once(pair):
    """Each in the other's place, upside down, and powers in place of factors."""
    assert lost(*pair) == [FORWARD]


@pytest.mark.parametrize(
    ("pair", "due"),
    [
        ((10, 10), [CENTRAL]),
        ((10, 0.01), [CENTRAL]),
        ((10, 2), [CENTRAL]),
        ((1, 1), [FORWARD, CENTRAL]),
        ((0.1, 10), [FORWARD, CENTRAL]),
        ((None, 10), [FORWARD, CENTRAL]),
    ],
    ids=str,
)
def test_two_mistakes_cost_twice(pair, due):
    assert lost(*pair) == due


def test_two_words_in_each_others_place_cost_once():
    assert lost(spoils={**RIGHT, 1e-2: ROUNDING, 1e-13: BENDS}) == [1e-2]
    assert lost(spoils={**RIGHT, 1e-13: BENDS}) == [1e-13]
    assert lost(spoils={**RIGHT, 1e-2: NOTHING, 1e-13: BENDS}) == [1e-2, 1e-13]
    assert lost(spoils=dict.fromkeys(RIGHT, ROUNDING)) == [1e-2, 1e-5]
