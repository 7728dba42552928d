"""However a check ends, a student can read it, and it is blamed on whoever did it."""

from types import SimpleNamespace

import hypothesis.errors
import pytest

from grader.checking.compare import Todo
from grader.checking.turn import Check
from grader.checking.verdict import assertion_text, verdict
from grader.errors import UngradedError
from grader.student import Place, Stopped, student_error

HERE = Place("engine.py", 12, "square")
AT = "(engine.py, line 12, in square)"
NO_MEMORY = "your code needed more memory than it may use (MemoryError)"

NO_VALUE = "a.py has no `Value`; it was given, and you need not touch it: put it back as it was handed out"


def judged(lesson, error, place=None, exercise="square"):
    """The result of a check of `exercise` that raised `error`, out of the student's code if at a `place`."""
    check = Check(lesson, exercise, "test_it", "It is so.", 1.0)
    door = SimpleNamespace(place=lambda _: place, example=lambda: "print(1)", text=lambda _: "")
    return verdict(check, 5.0, error, door)


def test_a_check_that_raises_nothing_passes(lesson):
    """Full points, and nothing to say."""
    result = judged(lesson, None)
    assert (result.status, result.points, result.max_points) == ("passed", 5.0, 5.0)
    assert (result.message, result.example, result.line) == ("", "", None)


@pytest.mark.parametrize(
    ("error", "place", "status", "message"),
    [
        (Todo("LOSS is still None"), None, "todo", "LOSS is still None"),
        (NotImplementedError("square is to do"), HERE, "todo", f"square is to do {AT}"),
        (NotImplementedError(), None, "todo", "still to do"),
        (AssertionError("w\nassert expected 6, got 3"), None, "failed", "w\nexpected 6, got 3"),
        (AssertionError("mine"), HERE, "failed", f"your code raised AssertionError: mine {AT}"),
        (ValueError(), HERE, "failed", f"your code raised ValueError {AT}"),
        (SystemExit(None), HERE, "failed", f"your code raised SystemExit {AT}"),
        (TypeError("a float is not callable"), None, "failed", "TypeError: a float is not callable"),
        (AttributeError("module 'a' has no attribute 'Value'"), None, "failed", NO_VALUE),
        (student_error(["KeyError"], "'a'", ()), None, "failed", "KeyError: 'a'"),
        (student_error(["MyError"], "no", ()), HERE, "failed", f"your code raised MyError: no {AT}"),
        (student_error(["MemoryError"], "", ()), None, "failed", NO_MEMORY),
        (Stopped("crashed", "your code ended", HERE), None, "crashed", f"your code ended {AT}"),
        (Stopped("waiting", "waiting for `square`"), None, "waiting", "waiting for `square`"),
        (hypothesis.errors.Flaky(), HERE, "failed", f"your code raised Flaky {AT}"),
        (UngradedError("the box is gone"), None, "ungraded", "the box is gone"),
        (MemoryError(), None, "ungraded", "the check itself failed: MemoryError"),
        (hypothesis.errors.Unsatisfiable(), None, "ungraded", "the check itself failed: Unsatisfiable"),
        (FileNotFoundError("no x"), None, "ungraded", "the check itself failed: FileNotFoundError: no x"),
        (NameError("no x"), None, "ungraded", "the check itself failed: NameError: no x"),
        (FileNotFoundError("no x"), HERE, "failed", f"your code raised FileNotFoundError: no x {AT}"),
        (student_error(["FileNotFoundError"], "x", ()), None, "failed", "FileNotFoundError: x"),
    ],
)
def test_every_end_has_its_status_and_its_words(lesson, error, place, status, message):
    """Nothing a check can raise is without a sentence, and none of it gives points."""
    result = judged(lesson, error, place)
    assert (result.status, result.message, result.points) == (status, message, 0.0)


def test_a_line_is_told_once(lesson):
    """A message that names the line already is left alone."""
    stop = Stopped("failed", "engine.py has a syntax error (line 12)", HERE)
    assert judged(lesson, stop).message == stop.message


def test_a_line_belongs_to_the_file_of_the_exercise(lesson):
    """Whoever reads `line` looks into the exercise's own file; another file's line is only in the message."""
    assert judged(lesson, ValueError("no"), HERE).line == 12
    elsewhere = judged(lesson, ValueError("no"), HERE, exercise="train")
    assert elsewhere.line is None and "engine.py, line 12" in elsewhere.message


def test_what_went_wrong_has_an_example_and_what_is_to_do_has_none(lesson):
    """Lines to run help where there is something to see."""
    assert judged(lesson, AssertionError("no")).example == "print(1)"
    assert judged(lesson, Todo("no")).example == ""


def test_a_file_that_cannot_be_imported_is_the_first_thing_to_say(lesson):
    """The title is not what the check would have found out later."""
    stop = Stopped("failed", "engine.py is missing")
    stop.unimportable = "engine.py"
    assert judged(lesson, stop).title == "engine.py cannot be imported yet."
    assert judged(lesson, AssertionError("no")).title == "It is so."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("assert expected 6, got 3", "expected 6, got 3"),
        ("w.grad for w = 2\nassert expected 6, got 3\n  +  where", "w.grad for w = 2\nexpected 6, got 3"),
        ("there is no row\nassert []", "there is no row"),
        ("assert 0.0 != 0", "0.0 != 0"),
        ("", ""),
    ],
)
def test_a_failed_assert_says_its_own_words(text, shown):
    """pytest's account of an expression is left out, the check's message and the two numbers stay."""
    assert assertion_text(text) == shown
