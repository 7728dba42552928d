"""The boxed door: which box serves which check, and what is told of it."""

from dataclasses import replace

import pytest

from grader import catalog
from grader.boxed import BoxedDoor
from grader.errors import UngradedError
from grader.model import Limits, Student, Submission
from grader.student import Stopped
from tests.grader.conftest import CONFINED, ROOT

LESSON = catalog.load(ROOT, "first_loop")
ENGINE = "class Value:\n    pass\n"


@pytest.fixture
def door():
    """`door(**files)`: the door to a submission of these modules."""
    doors = []

    def open_(limits=None, **modules):
        files = {f"{name}.py": text.encode() for name, text in modules.items()}
        lesson = replace(LESSON, limits=limits) if limits else LESSON
        doors.append(BoxedDoor(lesson, Submission(Student("a", "A"), files, ""), confined=CONFINED))
        return doors[-1]

    yield open_
    for each in doors:
        each.close()


def test_one_box_serves_many_checks(door):
    """Modules are made anew for each check, in the same process."""
    opened = door(engine="x = []")
    opened.begin("square", ())
    first = opened.box
    opened.module("engine")
    opened.begin("backward", ())
    assert opened.box is first and opened.module("engine").x == []


def test_working_code_never_enters_the_box_of_the_students_own(door):
    """There are two processes, and each goes on where it was."""
    opened = door(engine=ENGINE, training="")
    opened.begin("square", ())
    own = opened.box
    opened.begin("squared_loss", ("square",))
    working = opened.box
    assert working is not own and own.alive and working.alive
    opened.begin("update", ())
    assert opened.box is own
    opened.begin("train", ("square", "update"))
    assert opened.box is working


def test_no_exercise_is_checked_where_a_working_version_of_it_has_been(door):
    """Student code could have kept it."""
    opened = door(engine=ENGINE, training="")
    opened.begin("train", ("square", "squared_loss"))
    first = opened.box
    opened.begin("squared_loss", ("square",))
    assert opened.box is not first and not first.alive
    second = opened.box
    opened.begin("squared_loss", ("square",))
    assert opened.box is second


def test_both_boxes_cost_and_end(door):
    """What one submission may use is the sum of both, and neither outlives its grading."""
    opened = door(engine=ENGINE, training="")
    opened.begin("square", ())
    own, alone = opened.box, opened.spent()
    opened.begin("squared_loss", ("square",))
    working = opened.box
    assert opened.spent() >= own.cost() + working.cost() > alone / 2
    opened.close()
    assert not own.alive and not working.alive


def test_working_code_is_there_whatever_the_student_has(door):
    """A file that is missing, or that could not be imported, is replaced as a whole."""
    for modules in ({}, {"engine": "while True: pass"}, {"engine": "1 / 0"}, {"engine": "def"}):
        opened = door(**modules, training="")
        opened.begin("square", ())
        with pytest.raises(Stopped):
            opened.module("engine")
        opened.begin("squared_loss", ("square", "backward"))
        assert opened.module("engine").Value(3.0).square().data == 9.0


def test_what_else_a_student_wrote_is_still_there(door):
    """A helper of their own beside a wrong engine works on, and on the working engine."""
    helper = "def valued(x):\n    return Value(x)\n"
    opened = door(engine=f"{ENGINE}\n{helper}", training="from engine import Value, valued\n")
    opened.begin("squared_loss", ("square", "backward"))
    training = opened.module("training")
    assert training.valued(3.0).square().data == training.Value(3.0).square().data == 9.0


def test_a_missing_file_is_said(door):
    """Without asking the box."""
    opened = door(engine=ENGINE)
    opened.begin("update", ())
    with pytest.raises(Stopped, match=r"training\.py is missing"):
        opened.module("training")


def test_an_import_that_hung_is_not_tried_again(door):
    """It has cost its time once; the next check hears of it at once."""
    opened = door(Limits(check_seconds=0.2, submission_seconds=5.0), by_hand="while True: pass")
    for _ in range(2):
        opened.begin("by_hand", ())
        with pytest.raises(Stopped, match="without coming to an end") as stop:
            opened.module("by_hand")
        assert stop.value.status == "timed_out"
    assert opened.hung and opened.spent() < 1.0


def test_nothing_is_tried_when_the_time_is_used_up(door):
    """The check ends before a box is asked."""
    opened = door(Limits(submission_seconds=0.0), by_hand="")
    with pytest.raises(Stopped, match="used up before this check"):
        opened.begin("by_hand", ())
    assert opened.box is None


def test_interference_ends_everything(door):
    """What broke the protocol once is not asked again; every later check is invalid, too."""
    forge = "import os\nfor fd in range(3, 32):\n    try: os.write(fd, b'[]\\n')\n    except OSError: pass\n"
    opened = door(by_hand=forge, engine=ENGINE)
    opened.begin("by_hand", ())
    with pytest.raises(Stopped) as first:
        opened.module("by_hand")
    with pytest.raises(Stopped) as second:
        opened.begin("square", ())
    assert first.value.status == second.value.status == "invalid"
    assert not opened.box.alive


def test_our_own_fault_is_kept(door, monkeypatch):
    """A box that was killed from outside is remembered, whoever swallows the exception."""
    opened = door(engine=ENGINE)
    opened.begin("square", ())
    monkeypatch.setattr(opened.box, "ask", lambda *_: (_ for _ in ()).throw(UngradedError("killed")))
    with pytest.raises(UngradedError):
        opened.module("engine")
    assert opened.fault is not None


def test_only_lines_of_files_that_were_handed_in(door):
    """A place in any other file is left out."""
    opened = door(by_hand="exec(compile('1/0', __file__ + 'x', 'exec'))", engine="1/0")
    opened.begin("square", ())
    with pytest.raises(Stopped) as stop:
        opened.module("engine")
    assert str(stop.value.place) == "engine.py, line 1"
    with pytest.raises(Stopped) as stop:
        opened.module("by_hand")
    assert str(stop.value.place) == "by_hand.py, line 1"
