"""What a regrade changed is told with its reason, and what it did not change is not."""

from dataclasses import replace

import pytest

from grader.grading import changes
from grader.grading.changes import between
from grader.model import Grade
from tests.grader.gradebooks import ANSWERS, graded, ungraded

THEN = {
    "the lesson or its checks": "sha256:" + "0" * 64,
    "the kit": "0.1.0",
    "Python": "3.11.7",
    "pytest": "8.4",
}
BEFORE = graded("ada", square=15.0)
NOW = graded("ada", square=5.0)


def provenance(grade: Grade, **how: str) -> Grade:
    return replace(grade, provenance=replace(grade.provenance, **how))


def marked(grade: Grade, points: float | None) -> Grade:
    return replace(grade, written=tuple(replace(w, points=points) for w in grade.written))


def why(before: Grade = BEFORE, now: Grade = NOW, then=THEN, **conditions: str) -> tuple[str, ...]:
    change = between(before, now, then, THEN | conditions)
    assert change is not None
    return change.why


def test_the_same_points_are_no_change():
    """Other words, hints or conditions are no other grade."""
    assert between(BEFORE, provenance(BEFORE, kit="9", submission="sha256:x"), THEN, {}) is None


def test_where_it_changed_is_told():
    """Each exercise and each mark that is another one now."""
    change = between(marked(BEFORE, 0.5), NOW, THEN, THEN)
    assert change.where[:2] == ("square 15 → 5", "being_wrong 0.5 → to mark")


def test_points_that_move_are_a_change_though_the_sum_is_the_same():
    """Ten points less here and ten more there are told."""
    assert between(graded(square=5.0), graded(backward=10.0), THEN, THEN).where == (
        "square 5 → 15",
        "backward 20 → 10",
    )


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("the lesson or its checks", "sha256:" + "1" * 64, "the lesson or its checks changed"),
        ("the kit", "0.2.0", "the kit 0.1.0 → 0.2.0"),
        ("Python", "3.12.1", "Python 3.11.7 → 3.12.1"),
        ("pytest", "9.0", "pytest 8.4 → 9.0"),
    ],
)
def test_what_it_depends_on_is_told(name, value, said):
    """Versions are shown; digests only say that something is different."""
    assert why(**{name: value}) == (said,)


def test_another_submission_is_told():
    """The student handed in something else."""
    assert why(now=provenance(NOW, submission="sha256:new")) == ("the submission changed",)


def test_several_reasons_are_all_told():
    """Nobody has to guess which one it was not."""
    told = why(now=provenance(NOW, submission="sha256:new"), Python="3.12.1")
    assert told == ("the submission changed", "Python 3.11.7 → 3.12.1")


def test_reports_without_conditions_tell_what_they_know():
    """A report of an earlier kit has at least its provenance."""
    now = {**THEN, "the kit": "0.2.0", "the lesson or its checks": "sha256:0", "Python": "3.11"}
    assert changes.between(BEFORE, NOW, {}, now).why == ("the kit 0 → 0.2.0",)


def test_a_change_without_a_reason_is_ours_to_explain():
    """The same submission under the same conditions has to get the same grade."""
    assert why() == ("nothing that is on record; please report this",)


def test_a_changed_answer_and_a_changed_mark_are_told_apart():
    """A mark goes because its answer is another one, or because a person changed it."""
    other = graded("ada", {**ANSWERS, "why_reset": "Another answer."})
    told = why(marked(BEFORE, 0.5), marked(other, 1.0))
    assert "another answer to why_reset" in told and "another mark for synthesis" in told


def test_what_could_not_be_graded_says_so():
    """Before or now, with the reason."""
    assert why(before=ungraded("ada")) == ("it could not be graded before: the zip is damaged",)
    assert why(now=ungraded("ada")) == ("it could not be graded now: the zip is damaged",)


def test_a_missing_answer_is_no_change():
    """Nobody has to mark what is not there, whether marking has begun or not."""
    nothing = graded("ada", {})
    assert between(nothing, marked(nothing, 0.0), THEN, THEN) is None
