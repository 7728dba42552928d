"""Asking ahead: what a box answers before a check asks, and what becomes of it."""

from dataclasses import replace

import pytest

from grader.doors.asking_ahead import AskingAhead
from grader.doors.foreseen import Recording
from grader.lesson import catalog
from grader.model import Limits, Student, Submission
from grader.student import Stopped
from tests.grader.conftest import CONFINED, ROOT

LESSON = catalog.load(ROOT, "first_loop")
RIGHT = "def double(x):\n    return 2 * x\n\ndef half(x):\n    return x / 2\n"


@pytest.fixture
def door():
    """`door(source)`: the door to a submission whose engine.py is this."""
    doors = []

    def open_(source, limits=None):
        lesson = replace(LESSON, limits=limits) if limits else LESSON
        files = {"engine.py": source.encode(), "by_hand.py": b"LOSS = 36\nmore = 1\n"}
        doors.append(AskingAhead(lesson, Submission(Student("a", "A"), files, ""), confined=CONFINED))
        return doors[-1]

    yield open_
    for each in doors:
        each.close()


def check(opened):
    """A check in small: what it comes to when student code is right is (6.0, 3.0)."""
    opened.begin("square", ())
    engine = opened.module("engine")
    doubled = engine.double(3.0)
    return doubled, engine.half(doubled)


@pytest.fixture
def program(door):
    """What `check` asks, and what the right answers are."""
    opened = door(RIGHT)
    opened.recording = Recording()
    assert check(opened) == (6.0, 3.0)
    return opened.recording.program()


def asked(opened, program):
    """Whether the check need not run, once it was asked ahead."""
    opened.ask_ahead("square", (), {"check": program})
    return opened.as_foreseen("check", program)


def test_a_check_that_is_answered_as_foreseen_need_not_run(door, program):
    """Whatever the code looks like."""
    assert asked(door("def double(a):\n    return a + a\n\nhalf = lambda a: a * 0.5\n"), program)


@pytest.mark.parametrize(
    ("double", "came"),
    [("x", (3.0, 1.5)), ("int(2 * x)", (6, 3.0)), ("x * 2 + 1e-15", (6.000000000000001, 3.0000000000000004))],
)
def test_a_check_that_is_answered_otherwise_runs(door, program, double, came):
    """It gets exactly what the box has said; nothing is asked twice as long as it asks what was foreseen."""
    source = f"print('asked')\ndef double(x):\n    return {double}\n\ndef half(x):\n    return x / 2\n"
    opened = door(source)
    assert not asked(opened, program)
    found = check(opened)
    assert found == came and [type(value) for value in found] == [type(value) for value in came]


def test_a_check_that_asks_something_else_goes_on_in_a_new_box(door, program):
    """Nothing that was answered ahead is known there, and what the check was told stays as it was told."""
    source = (
        "calls = []\ndef double(x):\n    calls.append(x)\n    return 5.0\n\ndef half(x):\n    return calls\n"
    )
    opened = door(source)
    assert not asked(opened, program)
    ahead = opened.box
    assert check(opened) == (5.0, [3.0])
    assert opened.box is not ahead and not ahead.alive


@pytest.mark.parametrize("half", ["while True: pass", "import os; os._exit(0)", "print('x' * 10**6)"])
def test_what_goes_wrong_ahead_is_blamed_on_the_question_that_is_asked(door, program, half):
    """The check asks one by one then, as if it had never been asked ahead, and pays for that once."""
    opened = door(f"def double(x):\n    return 2 * x\n\ndef half(x):\n    {half}\n", Limits(output=10**5))
    assert not asked(opened, program)
    opened.begin("square", ())
    engine = opened.module("engine")
    assert engine.double(3.0) == 6.0
    with pytest.raises(Stopped) as stop:
        engine.half(6.0)
    assert stop.value.status in ("timed_out", "crashed")
    assert not asked(opened, program) and not opened._answered


def test_a_missing_module_is_the_checks_to_tell(door, program):
    """No question is asked of what is not there."""
    opened = door("1 / 0\n")
    assert not asked(opened, program)
    with pytest.raises(Stopped, match="could not be imported"):
        check(opened)


def test_constants_count_as_they_are(door):
    """A check of constants depends on those that it looks at, and on their kinds."""
    opened = door(RIGHT)
    opened.recording = Recording()
    opened.begin("by_hand", ())
    assert opened.constants("by_hand").LOSS == 36
    program, opened.recording = opened.recording.program(), None
    assert asked(opened, program)
    for text in ("LOSS = 36\n", "LOSS = 36.0\n", "LOSS = True\n", ""):
        other = door(RIGHT)
        other.submission = replace(other.submission, files={"by_hand.py": text.encode()})
        assert asked(other, program) is (text == "LOSS = 36\n")


def test_nothing_counts_once_the_time_is_up(door):
    """A check that begins too late is not passed by constants that were read before."""
    opened = door(RIGHT)
    opened.recording = Recording()
    opened.begin("by_hand", ())
    assert opened.constants("by_hand").LOSS == 36
    program, opened.recording = opened.recording.program(), None
    opened.budget.seconds = 0.0
    assert not asked(opened, program)


def test_what_a_text_says_is_not_foreseen(door):
    """No question is asked for it, so nothing could be compared."""
    opened = door(RIGHT)
    opened.recording = Recording()
    opened.begin("square", ())
    opened.module("engine")
    with pytest.raises(Stopped):
        opened.text("reflections.md")
    assert opened.recording.program() is None


USES = "def use(f):\n    return f(3.0)\n"


def defining(opened):
    """A check that hands code of its own to student code, twice."""
    opened.begin("square", ())
    engine = opened.module("engine")
    first = engine.use(opened.define("f = lambda x: 2 * x", "f"))
    return first, engine.use(opened.define(f"f = lambda x: x - {first}", "f"))


@pytest.mark.parametrize(
    ("source", "due"),
    [
        (USES, None),
        (USES.replace("3.0", "4.0"), (8.0, -4.0)),
        (USES.replace("f(3.0)", "f(3.0) + 0.5"), (6.5, -3.0)),
    ],
)
def test_what_a_check_defines_is_asked_ahead_like_all_else(door, source, due):
    """As foreseen, it need not run. Otherwise it finds its own code in the box, in a new one, too."""
    opened = door(USES)
    opened.recording = Recording()
    assert defining(opened) == (6.0, -3.0)
    program = opened.recording.program()
    assert [op for op, _ in program.questions].count("define") == 2
    opened = door(source)
    assert asked(opened, program) is (due is None)
    assert due is None or defining(opened) == due
