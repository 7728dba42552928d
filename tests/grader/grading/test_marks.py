"""What a person decided stands in a grade beside what the checks found."""

from grader.given import Given, checked
from grader.grading.marks import Mark, Marks, apply
from grader.telling.story import story
from tests.grader.gradebooks import graded, ungraded
from tests.grader.handins import LESSON

FULL = Marks(written={q.name: Mark(q.points) for q in LESSON.questions})


def marked(marks: Marks, grade=None):
    return apply(grade or graded(), marks, LESSON)


def result(grade, name: str):
    return next(r for r in (*grade.exercises, *grade.written) if r.name == name)


def test_marks_fill_the_written_answers():
    """With all answers marked, nothing is pending, and points and comment stand at the answer."""
    grade = marked(Marks({**FULL.written, "why_reset": Mark(0.5, "and then?")}))
    assert grade.pending_points == 0
    assert (result(grade, "why_reset").points, result(grade, "why_reset").comment) == (0.5, "and then?")


def test_unmarked_answers_stay_pending():
    """An answer without a mark waits; its points are not a zero."""
    grade = marked(Marks({"why_reset": Mark(1.0)}))
    assert grade.pending_points == 4.0
    assert result(grade, "synthesis").points is None


def test_comment_alone_is_no_mark():
    """A comment without points leaves the answer pending."""
    assert result(marked(Marks({"why_reset": Mark(None, "see me")})), "why_reset").points is None


def test_empty_answer_needs_no_reader():
    """Once a person's marks are in, an answer that is missing has 0 points."""
    for marks in (Marks({"why_reset": Mark()}), Marks()):
        grade = marked(marks, graded(answers={}))
        assert result(grade, "why_reset").points == 0
    assert grade.pending_points == 0


def test_points_by_hand_replace_and_say_so():
    """A person's points for an exercise replace those of the checks, and the report says that they did."""
    grade = marked(Marks(exercises={"square": Mark(12.0)}), graded(square=5.0))
    assert (result(grade, "square").points, grade.points) == (12.0, 92.0)
    assert result(grade, "square").given == Given(12.0)
    assert story(result(grade, "square")).given == "the checks gave 5 of 15, your teacher gave 12"


def test_extra_credit_comes_on_top():
    """Extra points are added to whatever is there."""
    assert result(marked(Marks(exercises={"square": Mark(extra=2.0)})), "square").points == 17.0


def test_marking_again_changes_nothing():
    """The same marks twice are the same marks once."""
    marks = Marks(FULL.written, {"square": Mark(12.0, "nice try", 1.0)})
    assert marked(marks, marked(marks)) == marked(marks)


def test_marks_can_be_taken_back():
    """When a person takes points back, those of the checks stand again."""
    taken_back = marked(Marks(exercises={"square": Mark()}), marked(Marks(exercises={"square": Mark(1.0)})))
    assert result(taken_back, "square") == result(graded(), "square")


def test_milestone_is_shown_by_full_marks():
    """A milestone that rests on a question is shown by full marks, and not by fewer."""
    shown = [
        {n: v for n, _, v in marked(m).done}["knows_why_reset"]
        for m in (FULL, Marks({"why_reset": Mark(0.5)}), Marks())
    ]
    assert shown == [True, False, None]


def test_points_of_the_checks_are_kept():
    """However a person changed them, the points that the checks gave can still be told."""
    changed = marked(Marks(exercises={"square": Mark(1.0)}), graded(square=5.0))
    assert checked(result(changed, "square").checks) == 5.0


def test_ungraded_stays_ungraded():
    """A submission that could not be graded gets no points by marks."""
    assert marked(FULL, ungraded()) == ungraded()
