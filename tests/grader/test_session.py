"""A warm pytest grades one submission after another, and none of them leaves a trace."""

from functools import reduce

import pytest

from grader import boxed, session
from grader.box import Box
from grader.boxed import BoxedDoor
from grader.errors import KitError, UngradedError
from grader.session import Bench
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
    uses = {"import Value": "import Value, valued", "w if isinstance(w, Value) else Value(w)": "valued(w)"}
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
    assert none.reason.endswith("failed: the box did not start")


def failing(times):
    """`Box`, which does not start for so many times."""
    failures = iter(range(times))

    def start(*arguments, **named):
        if next(failures, None) is not None:
            raise UngradedError("the box did not start")
        return Box(*arguments, **named)

    return start


def test_a_fault_of_the_moment_is_tried_again(grade, monkeypatch):
    """A box that was killed by somebody is no reason to leave a submission ungraded."""
    monkeypatch.setattr(boxed, "Box", failing(times=1))
    assert grade({}).points == 95.0


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
    bench = Bench(lesson)
    try:
        return bench.run(BoxedDoor(lesson, read(lesson.solutions, lesson), confined=CONFINED))
    finally:
        bench.close()


def test_a_bench_ends_when_it_is_closed(kit):
    """Its thread is gone, and what it knew with it."""
    bench = Bench(kit())
    assert bench._thread.is_alive()
    bench.close()
    assert not bench._thread.is_alive()
