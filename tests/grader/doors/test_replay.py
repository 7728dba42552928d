"""What a student is shown to run does, when run, what the check saw."""

import subprocess
import sys

import pytest

from grader.doors.replay import ReplayDoor


@pytest.fixture
def replayed(direct):
    """`replayed(files)`: the door of a replay to such a submission."""
    return lambda files: ReplayDoor(direct(files))


def test_a_stand_in_answers_as_the_object_does(replayed):
    """The student's own code runs, in this process, and what was done to it is written down."""
    door = replayed({})
    value = door.module("engine").Value(3.0)
    assert value.square().data == 9.0
    assert door.example() == "from engine import Value\na = Value(3.0)\nb = a.square()\nprint(b.data)  # 9.0"


def test_a_new_example_starts_afresh(replayed):
    """What an earlier example of a property did is not shown."""
    door = replayed({})
    Value = door.module("engine").Value
    Value(1.0)
    door.new_example()
    assert Value(2.0).data == 2.0
    assert door.example().count("Value(") == 1


WRONG = {
    "square": {"engine.py": lambda text: text.replace("2 * self.data * out.grad", "self.data * out.grad")},
    "train": {"training.py": lambda text: text.replace("w.grad = 0.0  #", "pass  #")},
}


@pytest.mark.parametrize("exercise", WRONG)
def test_the_shown_lines_show_what_the_check_saw(submit, exercise, warm_run):
    """Run next to the student's files, they print the number that stands behind them."""
    folder = submit(WRONG[exercise]).folder
    done = warm_run(f"tests/first_loop/test_{exercise}.py", folder=folder)
    example = next(r["example"] for r in done.results[exercise].values() if r["example"])
    printed = subprocess.run(
        [sys.executable, "-B", "-c", example], cwd=folder, capture_output=True, encoding="utf-8", check=True
    )
    assert printed.stdout.strip() == example.rpartition("# ")[2]
    assert all(f"        {line}" in done.out for line in example.splitlines())
    failed = sum(r["status"] == "failed" for r in done.results[exercise].values())
    assert f"{failed} failed" in done.out  # what was run again counts once


def test_what_a_suite_defines_is_in_the_example(replayed):
    """So the lines can be run without it."""
    door = replayed({"engine.py": "def use(f):\n    return f(2.0)\n"})
    assert door.module("engine").use(door.define("f = lambda x: x + 1", "f")) == 3.0
    lines = ["from engine import use", "f = lambda x: x + 1", "print(use(f))  # 3.0"]
    assert door.example().splitlines() == lines
