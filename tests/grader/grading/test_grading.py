"""A full ledger gives a grade; whatever is our own fault gives none."""

import platform
from dataclasses import replace
from importlib.metadata import version

import pytest

from grader.checking.ledger import Ledger
from grader.errors import UngradedError
from grader.figures import Figure
from grader.grading import grading
from grader.lesson import catalog
from grader.model import CheckResult, Diagnosis
from tests.grader.conftest import read

SIGN, WAY = "test_sign_of_the_gradient", "test_w_should_move_towards_the_target"
FALLS = "test_loss_decreases_for_every_stable_learning_rate"


@pytest.fixture
def ledger(lesson):
    """One or two checks for each exercise of lesson 1, all passed."""
    names = {e.name: ["test_it"] for e in lesson.exercises} | {"by_hand": [SIGN, WAY], "train": [FALLS]}
    ledger = Ledger(lesson, {e: dict.fromkeys(checks, 1.0) for e, checks in names.items()})
    for exercise, checks in names.items():
        for check in checks:
            end(ledger, exercise, check, "passed")
    return ledger


def end(ledger, exercise, check, status):
    """Let one check end like this, whatever was noted before."""
    worth = ledger.max_points(exercise, check)
    result = CheckResult(check, check, status, worth if status == "passed" else 0.0, worth)
    ledger.results.setdefault(exercise, {})[check] = result


@pytest.fixture
def grade(lesson, ledger):
    """`grade()`: the grade of the solution's files with this ledger."""
    submission = read(lesson.solutions, lesson)
    return lambda: grading.graded(lesson, submission, ledger, confined=True)


def found(grade, name):
    """The result of one exercise."""
    return next(e for e in grade.exercises if e.name == name)


def test_everything_passed_is_full_marks(grade, lesson):
    """All points of the exercises, in the lesson's order; what a person marks is pending."""
    full = grade()
    assert (full.status, full.points, full.max_points, full.pending_points) == ("graded", 95.0, 95.0, 5.0)
    assert [e.name for e in full.exercises] == [e.name for e in lesson.exercises]
    assert all(e.status == "passed" and e.hint == "" and not e.remarks for e in full.exercises)


def test_only_what_is_written_waits_for_a_person(lesson, ledger):
    """Where nothing is written there is nothing to mark, before anybody has marked anything, too."""
    whole = read(lesson.solutions, lesson)
    files = {name: content for name, content in whole.files.items() if name != lesson.written_file}
    bare = grading.graded(lesson, replace(whole, files=files), ledger, confined=True)
    assert (bare.pending_points, bare.max_points) == (0.0, 95.0)


def test_a_lost_check_costs_its_share(grade, ledger):
    """Half of by_hand's checks are half of its points, and the hint that fits is there."""
    end(ledger, "by_hand", SIGN, "failed")
    assert grade().points == 90.0
    assert found(grade(), "by_hand").status == "failed"
    assert found(grade(), "by_hand").hint.startswith("If w grew a little")


def test_a_file_that_cannot_be_imported_has_no_hint(grade, ledger):
    """How to square helps nobody with a bracket that is not closed."""
    end(ledger, "square", "test_it", "failed")
    ledger.unimportable.add("engine.py")
    assert found(grade(), "square").hint == ""


def test_a_check_that_is_our_fault_makes_the_grade_ungraded(grade, ledger):
    """One such check is enough: its points cannot be known."""
    end(ledger, "square", "test_it", "ungraded")
    with pytest.raises(UngradedError, match="the check test_it of square failed"):
        grade()


def test_follow_through_is_told(grade, ledger):
    """A reader sees with whose working versions an exercise was graded."""
    ledger.followed["train"] = ("square", "update")
    assert found(grade(), "train").follow_through
    assert found(grade(), "train").remarks == ("graded with a working `square` and `update`",)


def test_a_diagnosis_and_figures_belong_to_their_exercise(grade, ledger):
    """What the ledger knows of an exercise, its result shows."""
    ledger.diagnoses["train"] = named = Diagnosis("train-never-resets", "…", 12)
    ledger.figures["train"] = [drawn := Figure("Loss", "step", "loss", ())]
    assert (found(grade(), "train").diagnosis, found(grade(), "train").figures) == (named, (drawn,))
    assert (found(grade(), "square").diagnosis, found(grade(), "square").figures) == (None, ())


@pytest.mark.parametrize(("check", "shown"), [(None, True), (SIGN, False), (WAY, False)])
def test_a_milestone_takes_all_of_its_checks(grade, ledger, check, shown):
    """The sign is predicted when both of its checks pass; why to reset is for a person to say."""
    if check:
        end(ledger, "by_hand", check, "failed")
    assert [done for _, _, done in grade().done] == [shown, True, None]


def test_a_milestone_whose_check_was_not_run_is_not_shown(grade, ledger):
    """What nobody looked at is not known."""
    del ledger.results["by_hand"][SIGN]
    assert [done for _, _, done in grade().done] == [False, True, None]


def test_a_milestone_with_examples_takes_all_of_them(grade, ledger):
    """Of a check with parameters, one that fails is one too many."""
    for k, status in enumerate(["passed", "failed", "passed"]):
        end(ledger, "train", f"{FALLS}[{k}]", status)
    assert ("loss_decreases", "The loss decreases from step to step", False) in grade().done


def test_written_answers_are_kept_for_a_person(grade):
    """They have their question beside them, and no points yet."""
    written = grade().written
    assert [w.status for w in written] == ["answered"] * 6 and {w.points for w in written} == {None}
    assert written[0].title.startswith("1. ") and written[0].text.startswith("Its prediction")


def test_words_that_answer_no_question_are_told(lesson, ledger):
    """A person would never come to read them."""
    files = {"reflections.md": b"My answers\n\n1) It is off.\n"}
    submission = replace(read(lesson.solutions, lesson), files=files)
    grade = grading.graded(lesson, submission, ledger, confined=True)
    assert [w.status for w in grade.written] == ["missing"] * len(grade.written)
    assert [remark.partition(",")[0] for remark in grade.remarks] == [
        "words in reflections.md stand below no heading of the lesson"
    ]


def test_nothing_handed_in_is_nothing_answered(lesson, ledger):
    """A missing file of answers is missing answers, not an error."""
    submission = replace(read(lesson.solutions, lesson), files={})
    written = grading.graded(lesson, submission, ledger, confined=True).written
    assert {(w.status, w.text) for w in written} == {("missing", "")}


@pytest.mark.parametrize(("confined", "trust"), [(True, "isolated"), (False, "advisory")])
def test_a_grade_says_how_far_it_can_be_trusted(lesson, ledger, confined, trust):
    """Whether student code was locked in."""
    submission = read(lesson.solutions, lesson)
    assert grading.graded(lesson, submission, ledger, confined=confined).trust == trust
    assert grading.ungraded(lesson, submission, "no box", confined=confined).trust == trust


def test_ungraded_is_no_zero(lesson):
    """There are no points at all, and the reason is told."""
    submission = replace(read(lesson.solutions, lesson), remarks=("two attempts",))
    none = grading.ungraded(lesson, submission, "the box did not start", confined=True)
    assert (none.status, none.reason, none.points) == ("ungraded", "the box did not start", None)
    assert none.exercises == none.written == () and none.remarks == ("two attempts",)
    assert {done for _, _, done in none.done} == {None} and none.max_points == 95.0


def test_a_grade_says_what_it_was_made_from(grade, lesson):
    """The submission, the lesson and the versions that would give it again."""
    made_from = grade().provenance
    assert (made_from.submission, made_from.lesson) == ("sha256:ada", catalog.digest(lesson))
    assert made_from.kit == version("learning-loop") and made_from.python == platform.python_version()
