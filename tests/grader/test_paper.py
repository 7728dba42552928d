"""Marking on paper in lesson 1: a slip costs once, and what leaves nothing to work out gives nothing."""

from types import SimpleNamespace

import pytest

from grader.checking import diagnosis
from grader.checking.compare import Todo
from grader.doors.outline import Outline
from grader.grading import session
from tests.first_loop import test_by_hand as suite
from tests.first_loop.misconceptions import STUDIES
from tests.first_loop.misconceptions import by_hand as slips
from tests.first_loop.misconceptions.failure_modes import RIGHT
from tests.first_loop.paper import TRUE
from tests.grader.conftest import CONFINED

CHECKS = {  # answer → its check
    "Y_HAT": suite.test_prediction,
    "LOSS": suite.test_loss,
    "W_SHOULD": suite.test_w_should_move_towards_the_target,
    "GRADIENT_SIGN": suite.test_sign_of_the_gradient,
    "GRADIENT": suite.test_gradient,
    "W_AFTER": suite.test_w_after_one_step,
    "Y_HAT_AFTER": suite.test_prediction_after_one_step,
    "LOSS_AFTER": suite.test_loss_after_one_step,
    "LOSS_WENT_DOWN": suite.test_loss_went_down,
}


def answers(**own):
    return {**TRUE, **own}


def lost(**own):
    """The answers that lose their point, where a student has these and otherwise the true ones."""
    return [name for name, check in CHECKS.items() if not passes(check, answers(**own))]


def passes(check, paper):
    marker = suite.Marker(SimpleNamespace(**paper), lambda text: None, suite.paper)
    try:
        check(marker)
    except (AssertionError, Todo):
        return False
    return True


def named(**own):
    """What the first mistake is called, and what is said about it."""
    known = [study for study in STUDIES if study.exercise == "by_hand"]
    found = diagnosis.diagnose(known, {slips.SHEET.probe: answers(**own)}, Outline())
    return (found.diagnosis.slug, found.diagnosis.message) if found else (None, "")


# Honest slips, carried through by the right method.
ONCE = [
    {"Y_HAT": 2, "LOSS": 4, "GRADIENT": -8, "W_AFTER": -0.2, "Y_HAT_AFTER": -0.4, "LOSS_AFTER": 19.36},
    {"Y_HAT": 1, "LOSS": 9, "GRADIENT": -12, "W_AFTER": 0.2, "Y_HAT_AFTER": 0.4, "LOSS_AFTER": 12.96},
    {"GRADIENT": -12, "W_AFTER": 0.2, "Y_HAT_AFTER": 0.4, "LOSS_AFTER": 12.96},
    {"GRADIENT_SIGN": "positive", "GRADIENT": 24, "W_AFTER": -3.4, "Y_HAT_AFTER": -6.8, "LOSS_AFTER": 116.64},
    {"W_AFTER": 23, "Y_HAT_AFTER": 46, "LOSS_AFTER": 1764},
    {"W_AFTER": 239, "Y_HAT_AFTER": 478, "LOSS_AFTER": 224676},
    {"W_AFTER": 2.4, "Y_HAT_AFTER": 4.8, "LOSS_AFTER": 0.64},
    {"Y_HAT_AFTER": 3.4, "LOSS_AFTER": 0.36},
    {"LOSS": -36},
    # A slip in ŷ − y, on the same side of y and across it.
    {"LOSS": 25, "GRADIENT": -20, "W_AFTER": 1, "Y_HAT_AFTER": 2, "LOSS_AFTER": 4},
    {"LOSS": 4, "W_SHOULD": "decrease", "GRADIENT_SIGN": "positive", "GRADIENT": 8, "W_AFTER": -1.8}
    | {"Y_HAT_AFTER": -3.6, "LOSS_AFTER": 57.76},
    {"LOSS": -6, "LOSS_AFTER": -1.2},
    {"LOSS": 6, "LOSS_AFTER": 1.2},
    # A slip that comes again where the same is asked again.
    {"LOSS": 18, "LOSS_AFTER": 0.72},
    {"LOSS": -36, "LOSS_AFTER": -1.44},
    {"LOSS": -12, "LOSS_AFTER": -8.16},
    {"LOSS": 4, "GRADIENT": 8, "W_AFTER": -1.8, "Y_HAT_AFTER": -3.6, "LOSS_AFTER": 0.16},
    {"Y_HAT": 1, "LOSS": 9, "GRADIENT": -12, "W_AFTER": 0.2, "Y_HAT_AFTER": 2.2, "LOSS_AFTER": 3.24},
    {"Y_HAT": -4, "LOSS": 64, "GRADIENT": -32, "W_AFTER": 2.2, "Y_HAT_AFTER": 8.8, "LOSS_AFTER": 23.04},
    {"Y_HAT": 2, "LOSS": 4, "GRADIENT": -8, "W_AFTER": -0.2, "Y_HAT_AFTER": 0.4, "LOSS_AFTER": 12.96},
    {"LOSS_AFTER": 14.4},
    {"Y_HAT_AFTER": "2.4", "LOSS_AFTER": 2.56},
    {"W_AFTER": (1, 3), "Y_HAT_AFTER": 2.6, "LOSS_AFTER": 1.96},
]


@pytest.mark.parametrize("own", ONCE, ids=str)
def test_honest_slip_costs_once(own):
    """Whatever follows by the right method counts, comparison included."""
    first = next(iter(own))
    after = own.get("LOSS_AFTER", TRUE["LOSS_AFTER"]) < own.get("LOSS", TRUE["LOSS"])
    assert lost(**own, LOSS_WENT_DOWN=after or own == {"LOSS": -36}) == [first]


def test_distance_for_a_square_costs_once_on_the_other_side_of_y_too():
    """A distance has no sign: 6 below y, and then a half above it."""
    assert lost(LOSS=6, Y_HAT_AFTER=4.5, LOSS_AFTER=0.5) == ["LOSS", "Y_HAT_AFTER"]


NOTHING_WORKED_OUT = {  # what is written → which answers lose their point
    "an error of 0, and zeros after it": (
        {"Y_HAT": 4, "LOSS": 0, "GRADIENT_SIGN": "zero", "GRADIENT": 0, "W_AFTER": -1, "Y_HAT_AFTER": -2}
        | {"LOSS_AFTER": 36, "LOSS_WENT_DOWN": False},
        [name for name in CHECKS if name != "W_SHOULD"],
    ),
    "an error that is 0 in two decimals": (
        {"Y_HAT": 4.04, "LOSS": 0, "W_SHOULD": "decrease", "GRADIENT_SIGN": "zero", "GRADIENT": 0},
        ["Y_HAT", "LOSS", "GRADIENT_SIGN", "GRADIENT"],
    ),
    "a gradient of 0": (
        {"GRADIENT": 0, "W_AFTER": -1, "Y_HAT_AFTER": -2, "LOSS_AFTER": 36, "LOSS_WENT_DOWN": False},
        ["GRADIENT", "W_AFTER", "Y_HAT_AFTER", "LOSS_AFTER"],
    ),
    "a w of 0": ({"W_AFTER": 0, "Y_HAT_AFTER": 0, "LOSS_AFTER": 16}, ["W_AFTER", "Y_HAT_AFTER"]),
    "the goal instead of a step": (
        {"W_AFTER": 2, "Y_HAT_AFTER": 4, "LOSS_AFTER": 0},
        ["W_AFTER", "LOSS_AFTER"],
    ),
    "the same prediction twice": (
        {"Y_HAT": 1, "LOSS": 9, "GRADIENT": -12, "W_AFTER": 0.2, "Y_HAT_AFTER": 1, "LOSS_AFTER": 9}
        | {"LOSS_WENT_DOWN": False},
        ["Y_HAT", "Y_HAT_AFTER", "LOSS_AFTER"],
    ),
    "a slip in the first prediction, and a w that has not moved": (
        {"Y_HAT": 1, "LOSS": 9, "GRADIENT": -12, "W_AFTER": -1, "Y_HAT_AFTER": 1, "LOSS_AFTER": 9}
        | {"LOSS_WENT_DOWN": False},
        ["Y_HAT", "W_AFTER", "Y_HAT_AFTER", "LOSS_AFTER"],
    ),
    "numbers so large that what is left out no longer shows": (
        {"Y_HAT": 1e8, "LOSS": 1e16, "W_SHOULD": "decrease", "GRADIENT_SIGN": "positive", "GRADIENT": 4e8}
        | {"W_AFTER": -4e7, "Y_HAT_AFTER": -8e7, "LOSS_AFTER": 64e14, "LOSS_WENT_DOWN": None},
        list(CHECKS),
    ),
    "numbers without an end": (
        {"Y_HAT": float("inf"), "LOSS": float("inf"), "GRADIENT": float("nan"), "W_AFTER": float("nan")},
        ["Y_HAT", "LOSS", "GRADIENT", "W_AFTER"],
    ),
    "one number for a loss and for its slope": (
        {"Y_HAT": 16, "LOSS": 16, "W_SHOULD": "decrease", "GRADIENT_SIGN": "positive", "GRADIENT": 16}
        | {"W_AFTER": -2.6, "Y_HAT_AFTER": -5.2, "LOSS_AFTER": 84.64, "LOSS_WENT_DOWN": False},
        ["Y_HAT", "LOSS", "GRADIENT"],
    ),
    "a number too long to write down": ({"GRADIENT": (10**5000, 1)}, ["GRADIENT"]),
}


@pytest.mark.parametrize("case", NOTHING_WORKED_OUT)
def test_number_that_leaves_nothing_to_work_out_carries_nothing(case):
    """There only the true answer counts, and what is true keeps its point."""
    own, due = NOTHING_WORKED_OUT[case]
    assert lost(**own) == due


def test_empty_question_says_why_only_the_truth_counts():
    """Who wrote 0 after ŷ = 4 is not told that (4 − 4)² is something else."""
    marker = suite.Marker(SimpleNamespace(**answers(Y_HAT=4, LOSS=0)), lambda text: None, suite.paper)
    with pytest.raises(AssertionError, match="with your Y_HAT = 4 nothing is left to work out"):
        suite.test_loss(marker)


PAGE = {**slips.PAGE, "W_SHOULD": "decrease", "GRADIENT_SIGN": "positive"}


@pytest.mark.parametrize(
    ("own", "slug"),
    [
        (PAGE, "by-hand-page-numbers"),
        ({"W_AFTER": 1.64, "Y_HAT_AFTER": 4.92, "LOSS_AFTER": 3.6864}, "by-hand-page-numbers"),
        ({"Y_HAT": 6}, "by-hand-prediction-is-six"),  # the page's, or y − ŷ
        ({"Y_HAT": -6}, "by-hand-prediction-is-the-error"),
        (
            {"Y_HAT": 1, "LOSS": 9, "GRADIENT": 18},
            "by-hand-prediction-adds",
        ),
        ({"Y_HAT": 4, "LOSS": 0}, "by-hand-prediction-is-the-truth"),
        ({"GRADIENT": 0}, "by-hand-gradient-zero"),
        ({"W_AFTER": -1}, "by-hand-step-not-taken"),
        ({"Y_HAT": "-2"}, "by-hand-answer-in-quotes"),
        ({"LOSS_AFTER": "1,44"}, "by-hand-answer-in-quotes"),
        ({"LOSS_WENT_DOWN": "true"}, "by-hand-answer-in-quotes"),
        ({"W_AFTER": (1, 4)}, "by-hand-decimal-comma"),
        ({"Y_HAT_AFTER": (2, 8)}, "by-hand-decimal-comma"),
        ({"W_SHOULD": "up"}, "by-hand-direction-in-own-words"),
        ({"W_SHOULD": "down"}, "by-hand-direction-in-own-words"),
        ({"GRADIENT_SIGN": "minus"}, "by-hand-sign-in-own-words"),
        ({"W_SHOULD": "decrease"}, "by-hand-wrong-direction"),
        ({"LOSS_AFTER": 0.01}, None),
    ],
    ids=str,
)
def test_habit_or_slip_is_called_what_it_is(own, slug):
    """The page's numbers, quotes, commas and words of one's own are told from slips in the sums."""
    assert named(**own)[0] == slug


def test_words_are_shown_as_words():
    """No "the text 'decrease'" in the middle of a sentence."""
    assert "the text" not in named(W_SHOULD="decrease")[1]
    assert "the text" not in named(GRADIENT_SIGN="positive", GRADIENT=24)[1]


# --- from paper to failure_modes ---------------------------------------------------------------------------


def constants(**values):
    """The end of a file, in which other values take the place of the right ones."""
    return lambda text: text + "".join(f"\n{name} = {value!r}" for name, value in values.items())


@pytest.fixture
def failure_modes(lesson, submit):
    """`failure_modes(answer, by_hand)`: its result, with this last answer and this by_hand.py."""

    def graded(answer, by_hand):
        files = {"failure_modes.py": constants(GRADIENT_AFTER_TWO_BACKWARDS=answer), "by_hand.py": by_hand}
        grade = session.grade(lesson, submit(files).submission, confined=CONFINED)
        return next(e for e in grade.exercises if e.name == "failure_modes")

    return graded


@pytest.mark.parametrize(("own", "answer"), [(-12, -24), (24, 48), (-6, -12), ("-12", -24), (-12, -48)])
def test_gradient_that_was_wrong_on_paper_costs_nothing_twice(failure_modes, own, answer):
    """Twice a gradient of one's own counts, and so does the true answer; only the first is worth a word."""
    found = failure_modes(answer, constants(GRADIENT=own))
    assert found.points == found.max_points
    assert bool(found.remarks) is (answer != -48)


@pytest.mark.parametrize(("own", "answer"), [(-24, -24), (-12, -12), (0, 0), (1e8, 2e8), (None, -24)])
def test_only_what_was_doubled_counts(failure_modes, own, answer):
    """Neither the gradient itself, nor twice nothing, nor a number beyond all measure."""
    assert failure_modes(answer, constants(GRADIENT=own)).points == 7.5


@pytest.mark.parametrize("by_hand", [None, lambda _: "GRADIENT = (", lambda _: "while True: pass\n"])
def test_paper_that_cannot_be_read_costs_nothing_here(failure_modes, by_hand):
    """A wrong answer is told why it is wrong, and not that another file is."""
    found = failure_modes(-24, by_hand)
    lost = [check for check in found.checks if check.status != "passed"]
    assert [check.name for check in lost] == ["test_gradient_after_two_backwards"]
    assert "the second backward adds" in lost[0].message


def test_rates_in_quotes_cost_once(lesson, submit):
    """Five keys that are texts are one mistake: the first of them pays, and the words of the others count."""
    words = dict(zip(("0.05", "0.125", "0.2", "0.25", "0.3"), RIGHT, strict=True))
    grade = session.grade(
        lesson, submit({"failure_modes.py": constants(BEHAVIOUR=words)}).submission, confined=CONFINED
    )
    found = next(e for e in grade.exercises if e.name == "failure_modes")
    assert [check.name for check in found.checks if check.status != "passed"] == ["test_eta_0_05"]
    assert "a key of BEHAVIOUR is the text '0.05'" in found.told.message
    assert len(found.remarks) == 4


def test_words_that_are_wrong_are_wrong_in_quotes_too(lesson, submit):
    """A key in quotes hides no wrong word."""
    words = dict.fromkeys(("0.05", "0.125", "0.2", "0.25", "0.3"), "smooth")
    grade = session.grade(
        lesson, submit({"failure_modes.py": constants(BEHAVIOUR=words)}).submission, confined=CONFINED
    )
    found = next(e for e in grade.exercises if e.name == "failure_modes")
    assert len([check for check in found.checks if check.status == "passed"]) == 1
