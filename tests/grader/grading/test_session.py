"""A warm pytest grades one submission after another, and none of them leaves a trace."""

from functools import reduce

import pytest

from grader.box.box import Box
from grader.checking import turn
from grader.doors import boxed
from grader.doors.asking_ahead import AskingAhead
from grader.errors import KitError, LostError, UngradedError
from grader.grading import bench, session
from grader.grading.bench import Bench
from tests.grader.conftest import CONFINED, read

WRONG_SQUARE = {"engine.py": lambda text: text.replace("2 * self.data * out.grad", "self.data * out.grad")}


@pytest.fixture
def grade(lesson, submit):
    """`grade(files)`: the grade of the solution with these files in place of its own."""
    return lambda files: session.grade(lesson, submit(files).submission, confined=CONFINED)


def by_name(grade):
    """Exercise → its result."""
    assert grade.status == "graded", grade.reason
    return {e.name: e for e in grade.exercises}


def test_the_same_submission_gets_the_same_grade(grade, lesson):
    """Field by field, whoever was graded in between."""
    solution = read(lesson.solutions, lesson)
    first = session.grade(lesson, solution, confined=CONFINED)
    assert grade(WRONG_SQUARE).points < first.points == 95.0
    assert session.grade(lesson, solution, confined=CONFINED) == first


def test_one_mistake_costs_once(grade):
    """With a wrong square, loss and loop are graded with a working one, and say so."""
    exercises = by_name(grade(WRONG_SQUARE))
    assert [name for name, e in exercises.items() if e.points < e.max_points] == ["square"]
    assert [name for name, e in exercises.items() if e.follow_through] == ["squared_loss", "train"]
    assert exercises["train"].remarks[0] == "graded with a working `square`"


def test_one_mistake_costs_once_with_helpers_between_the_files(grade):
    """A working engine.py takes nothing away that training.py imports from the student's own."""
    helper = "\n\ndef valued(x):\n    return x if isinstance(x, Value) else Value(x)\n"
    uses = {"import Value": "import Value, valued", "y_hat = w * x": "y_hat = valued(w) * x"}
    files = {
        "engine.py": lambda text: WRONG_SQUARE["engine.py"](text) + helper,
        "training.py": lambda text: reduce(lambda said, old: said.replace(old, uses[old]), uses, text),
    }
    assert [n for n, e in by_name(grade(files)).items() if e.points < e.max_points] == ["square"]


def test_a_file_that_is_missing_costs_its_own_exercises(grade):
    """training.py imports engine.py; without it the update is graded all the same."""
    exercises = by_name(grade({"engine.py": None}))
    assert [name for name, e in exercises.items() if e.points < e.max_points] == ["square", "backward"]
    assert {check.message for check in exercises["square"].checks} == {"engine.py is missing"}


def test_a_hang_costs_the_check_that_hangs(grade):
    """The box is replaced, and the next check goes on."""
    hangs_at_zero = {
        "training.py": lambda text: text.replace(
            "    w.data -=", "    while w.grad == 0:\n        pass\n    w.data -="
        )
    }
    update = by_name(grade(hangs_at_zero))["update"]
    hung = [check.name for check in update.checks if check.status == "timed_out"]
    assert hung == ["test_positive_gradient_makes_w_smaller"] and update.points == 8.0


def test_what_is_our_fault_is_ungraded(grade, monkeypatch):
    """Never a zero."""
    monkeypatch.setattr(boxed, "Box", failing(times=1000))
    none = grade({})
    assert (none.status, none.points) == ("ungraded", None)
    assert none.reason == "not even the solution can be graded here: the box did not start"


def failing(times, error=UngradedError):
    """`Box`, which does not start for so many times."""
    failures = iter(range(times))

    def start(*arguments, **named):
        if next(failures, None) is not None:
            raise error("the box did not start")
        return Box(*arguments, **named)

    return start


@pytest.mark.parametrize("times", [1, 2])
def test_a_box_that_somebody_ends_is_no_reason(grade, monkeypatch, times):
    """The submission is graded once more, from the beginning."""
    monkeypatch.setattr(boxed, "Box", failing(times, LostError))
    assert grade({}).points == 95.0


def test_a_submission_whose_box_is_always_ended_has_a_grade(grade, monkeypatch):
    """Somebody might bring that about: it costs the checks in which it happens, and nothing else."""
    ask = Box.ask
    monkeypatch.setattr(
        Box, "ask", lambda box, op, *a: ask(box, op, *a) if op != "constants" else lost("the box was killed")
    )
    found = by_name(grade({}))
    assert found["by_hand"].points == found["failure_modes"].points == 0
    assert found["train"].points == found["train"].max_points
    assert "in every try" in found["by_hand"].checks[0].message


def lost(message):
    raise LostError(message)


def test_what_only_this_submission_brings_about_is_charged_to_it(grade, monkeypatch):
    """A fault that the solution does not meet is no reason to leave a submission without a grade."""
    judged = turn.verdict

    def verdict(check, worth, error, door):
        if isinstance(error, AssertionError):
            raise ValueError("words of a student")
        return judged(check, worth, error, door)

    monkeypatch.setattr(turn, "verdict", verdict)
    found = grade(WRONG_SQUARE)
    assert found.status == "graded" and found.points < 95
    assert {c.status for e in found.exercises for c in e.checks if c.status != "passed"} == {"invalid"}


def test_naming_a_mistake_may_fail(grade, monkeypatch):
    """Then nothing is named, and the points are the same."""
    monkeypatch.setattr(bench.diagnosis, "examine", lambda *_: 1 / 0)
    with pytest.warns(UserWarning, match="ZeroDivisionError"):
        found = grade(WRONG_SQUARE)
    assert found.points < 95 and found.exercises[1].diagnosis is None


def test_a_run_that_breaks_off_charges_the_submission(grade, monkeypatch):
    """Where nothing could be checked but the solution can be, nothing counts."""
    play = Bench._play_all
    broken = iter([True])
    monkeypatch.setattr(Bench, "_play_all", lambda *a: 1 / 0 if next(broken, False) else play(*a))
    found = grade({})
    assert found.points == 0 and {c.status for e in found.exercises for c in e.checks} == {"invalid"}


@pytest.mark.parametrize("suite", ["import nothing_of_that_name\n", "def broken(:\n", "X = 1\n", None])
def test_a_suite_that_cannot_be_collected_is_the_kits_fault(kit, suite):
    """Who wrote the kit is told how to see why."""
    lesson = kit({"tests/NAME/test_double.py": suite, "tests/NAME/__init__.py": ""})
    with pytest.raises(KitError, match=f"the checks of {lesson.name} cannot be collected") as error:
        Bench(lesson)
    assert error.value.hint.startswith("run `pytest ")


def test_a_check_that_is_wrong_itself_is_ungraded(kit):
    """An error of the suite's author costs no student a point."""
    wrong = "from grader.errors import KitError\n\n\ndef test_double(submission):\n    raise KitError('oh')\n"
    lesson = kit({"tests/NAME/test_double.py": wrong})
    ledger = checked(lesson)
    assert ledger.status("double") == "ungraded"


def checked(lesson):
    """What a bench of its own finds about the solution of a small kit."""
    return Bench(lesson).run(AskingAhead(lesson, read(lesson.solutions, lesson), confined=CONFINED))
