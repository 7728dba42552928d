"""The boxed door: which box serves which check, and what is told of it."""

import os
import signal
from dataclasses import replace
from pathlib import Path

import pytest

from grader.doors.boxed import BoxedDoor
from grader.errors import LostError
from grader.lesson import catalog
from grader.model import Limits, Student, Submission
from grader.student import Stopped
from tests.grader.conftest import CONFINED, ROOT

LESSON = catalog.load(ROOT, "first_loop")
QUICK = Limits(check_seconds=0.2, submission_seconds=5.0)
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


def begun(opened, exercise, *working):
    """The box of a check that has asked for something."""
    opened.begin(exercise, working)
    opened.outline("engine.py")
    return opened.box


def test_one_box_serves_many_checks(door):
    """Modules are made anew for each check, in the same process."""
    opened = door(engine="x = []")
    opened.begin("square", ())
    opened.module("engine")
    first = opened.box
    opened.begin("backward", ())
    assert opened.box is first and opened.module("engine").x == []


def test_what_stands_beside_a_lesson_need_not_be_handed_in(door):
    """An editor may move the import of valley.py to the top, and only training.py is handed in."""
    opened = door(training="from valley import show\nx = show.__name__")
    opened.begin("update", ())
    assert opened.module("training").x == "show"


def test_a_students_own_module_goes_before_what_stands_beside(door):
    opened = door(training="import valley\nx = valley.x", valley="x = 3")
    opened.begin("update", ())
    assert opened.module("training").x == 3


def rests(box):
    """Whether the kernel has stopped the process of a box."""
    return Path(f"/proc/{box.pid}/stat").read_bytes().rpartition(b") ")[2][:1] == b"T"


def test_working_code_never_enters_the_box_of_the_students_own(door):
    """There are two processes, and one is stopped while the other one works."""
    opened = door(engine=ENGINE, training="")
    own = begun(opened, "square")
    working = begun(opened, "squared_loss", "square")
    assert working is not own and rests(own) and not rests(working)
    assert begun(opened, "train", "square", "update") is working
    assert begun(opened, "update") is own and rests(working) and not rests(own)
    assert begun(opened, "train", "square", "update") is working
    assert opened.budget.spent(opened.box) == pytest.approx(
        opened.budget._own + own.cost() + working.cost(), abs=0.001
    )


def test_the_box_after_a_hang_is_used_for_working_code_only(door):
    """The box that hung was replaced, and the new one has seen the working code as well."""
    opened = door(
        QUICK, engine=ENGINE, training="def squared_loss():\n    while True: pass\ndef update(): pass"
    )
    opened.begin("squared_loss", ("square",))
    with pytest.raises(Stopped, match="without coming to an end"):
        opened.module("training").squared_loss()
    working = begun(opened, "squared_loss", "square")
    assert begun(opened, "update") is not working


def test_a_box_that_rests_may_be_killed_from_outside(door):
    """That is noticed when it is asked again, and is nobody's mistake."""
    opened = door(engine=ENGINE, training="")
    own = begun(opened, "square")
    begun(opened, "squared_loss", "square")
    os.kill(own.pid, signal.SIGKILL)
    opened.begin("update", ())
    with pytest.raises(LostError):
        opened.module("training")


def test_a_large_box_does_not_rest(door):
    """A submission has one process' memory, and little more."""
    opened = door(engine=ENGINE, training="x = bytearray(200_000_000)")
    opened.begin("update", ())
    opened.module("training")
    own = opened.box
    begun(opened, "squared_loss", "square")
    assert not own.alive


def test_what_has_seen_working_code_is_ended_wherever_it_is(door):
    """At work or at rest: what it was asked before, it could remember."""
    opened = door(engine=ENGINE, training="")
    own = begun(opened, "square")
    for last in ("update", "squared_loss"):
        working = begun(opened, "squared_loss", "square")
        begun(opened, last, *(("square",) if last == "squared_loss" else ()))
        opened.end_lent()
        assert own.alive and not working.alive
    assert begun(opened, "update") is own


def test_no_exercise_is_checked_where_a_working_version_of_it_has_been(door):
    """Student code could have kept it."""
    opened = door(engine=ENGINE, training="")
    first = begun(opened, "train", "square", "squared_loss")
    second = begun(opened, "squared_loss", "square")
    assert second is not first and not first.alive
    assert begun(opened, "squared_loss", "square") is second


def test_all_boxes_cost_and_end(door):
    """What one submission may use and print is the sum of them all, and none outlives its grading."""
    opened = door(Limits(output=150_000), engine=f"{ENGINE}\nprint('x' * 100_000)", training="import engine")
    own = begun(opened, "square")
    opened.module("engine")
    working = begun(opened, "squared_loss", "square")
    assert opened.budget.spent(opened.box) >= own.cost() + working.cost() > 0
    with pytest.raises(Stopped, match="printed more than"):
        opened.module("training")
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
    limits = Limits(import_seconds=0.2, hung_check_seconds=0.2, submission_seconds=5.0)
    opened = door(limits, by_hand="while True: pass")
    for _ in range(2):
        opened.begin("by_hand", ())
        with pytest.raises(Stopped, match="without coming to an end") as stop:
            opened.module("by_hand")
        assert stop.value.status == "timed_out"
    assert opened.hung and opened.budget.spent(opened.box) < 1.0


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
    assert opened.box is None


def test_our_own_fault_is_kept(door, monkeypatch):
    """A box that was killed from outside is remembered, whoever swallows the exception."""
    opened = door(engine=ENGINE)
    monkeypatch.setattr(begun(opened, "square"), "ask", lambda *_: (_ for _ in ()).throw(LostError("killed")))
    with pytest.raises(LostError):
        opened.module("engine")
    assert opened.fault is not None
    opened.forgiving = False
    with pytest.raises(Stopped, match="in every try") as stop:
        opened.module("engine")
    assert stop.value.status == "crashed"


def test_importing_is_paid_for_once(door):
    """A file that takes its time to load costs the submission one import, and no check anything."""
    slow = f"{ENGINE}\nfor _ in range(3_000_000): pass\n"
    opened = door(Limits(check_seconds=0.02, submission_seconds=9.0), engine=slow)
    costs = []
    for _ in range(4):
        opened.begin("square", ())
        opened.module("engine")
        costs.append(opened.budget.spent(opened.box))
    assert costs[0] > 0.02 and costs[-1] - costs[0] < costs[0]


def test_imports_that_are_paid_by_nobody_have_an_end(door):
    """Beyond what all repeated imports may take, they count again."""
    slow = f"{ENGINE}\nfor _ in range(3_000_000): pass\nnot_to_be_looked_into = iter(())\n"
    opened = door(Limits(imports_seconds=0.01), engine=slow)
    costs = []
    for _ in range(5):
        opened.begin("square", ())
        opened.module("engine")
        costs.append(opened.budget.spent(opened.box))
    assert costs[-1] > 2.5 * costs[0]


def test_constants_are_read_once(door):
    """What a file says when it is asked first counts for every check, whatever it would say later."""
    opened = door(by_hand="import sys\nsys.x = X = getattr(sys, 'x', 0) + 1\nY = [1, object()]\n_Z = 3\n")
    for _ in range(3):
        opened.begin("by_hand", ())
        constants = opened.constants("by_hand")
        assert constants.X == opened.module("by_hand").X == 1
        assert repr(constants.Y) == "[1, …]"
        with pytest.raises(AttributeError, match="'by_hand' has no attribute 'Z'"):
            constants.Z  # noqa: B018


def test_a_file_of_answers_and_functions(door):
    """Once its constants are read they stay as they were; its functions can be called all the same."""
    opened = door(by_hand="import sys\nsys.x = X = getattr(sys, 'x', 0) + 1\ndef double(x): return 2 * x\n")
    answers, *others = LESSON.exercises
    opened.lesson = replace(LESSON, exercises=(replace(answers, functions=("double",)), *others))
    for _ in range(2):
        opened.begin("by_hand", ())
        assert opened.constants("by_hand").X == opened.module("by_hand").X == 1
        assert opened.module("by_hand").double(4) == 8


def test_constants_are_taken_down_to_plain_values(door):
    """Exact numbers, ordered and fixed dicts are other ways to write them; what is too much costs itself."""
    opened = door(
        by_hand="from fractions import Fraction as F\nfrom decimal import Decimal as D\n"
        "from collections import OrderedDict\nA, B, C = F(7, 5), D('-24'), D('1.44')\nE = F(4, 2), D('NaN')\n"
        "T = OrderedDict({0.05: 'smooth', F(1, 8): 'one step'})\nR = []\nR.append(R)\nBIG = 10**5000\n"
        "class Odd(F): pass\nO = Odd(1, 2)\n"
        "from types import MappingProxyType as Fixed\nM = Fixed(T)\n"
        "class Sly(dict):\n    def items(self): return [(1, 2)]\nS = Fixed(Sly())\n"
    )
    opened.begin("by_hand", ())
    found = opened.constants("by_hand")
    assert (found.A, found.B, found.C) == (1.4, -24, 1.44) and type(found.B) is int
    assert found.E[0] == 2 and found.E[1] != found.E[1]
    assert found.T == {0.05: "smooth", 0.125: "one step"} and type(found.T) is dict
    assert found.M == found.T and type(found.M) is dict
    assert repr(found.R) == repr(found.BIG) == repr(found.O) == repr(found.S) == "…"


@pytest.mark.parametrize("how", ["raise MemoryError", "return 7"])
def test_a_new_beginning_that_fails(door, how):
    """Where student code has left nothing to go on with, another box begins; a lie ends everything."""
    attack = "import gc\nfor o in gc.get_objects():\n    if type(o).__name__ == 'Host':\n"
    attack += f"        def f(*_): {how}\n        type(o).do_fresh = f\n"
    opened = door(engine=ENGINE + attack, by_hand="X = 1")
    opened.begin("square", ())
    opened.module("engine")
    if "raise" in how:
        opened.begin("by_hand", ())
        assert opened.constants("by_hand").X == 1
    else:
        opened.begin("by_hand", ())
        with pytest.raises(Stopped) as stop:
            opened.constants("by_hand")
        assert stop.value.status == "invalid"


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


def test_a_text_of_the_suite_is_defined_in_the_box(door):
    """Beside the student's code, which can call it; the next check starts without it."""
    opened = door(engine="kept = []\n\ndef use(f):\n    kept.append(f)\n    return f(2.0)\n")
    opened.begin("square", ())
    assert opened.module("engine").use(opened.define("f = lambda x: x + 1", "f")) == 3.0
    assert opened.example().splitlines()[1] == "f = lambda x: x + 1"
    opened.begin("square", ())
    assert len(opened.module("engine").kept) == 0


def test_a_check_that_reads_a_text_needs_no_box(door):
    """So code that ends every process costs nothing there."""
    opened = door(engine="import os\nos._exit(1)\n")
    opened.begin("reflections", ())
    with pytest.raises(Stopped, match="is missing"):
        opened.text("reflections.md")
    assert opened.box is None
    with pytest.raises(Stopped):
        opened.module("engine")
    assert opened.box is not None


@pytest.mark.parametrize("before", ["", "y", "ŷ", "'ü' + η", "'😀'"])
def test_a_caret_counts_letters_and_not_bytes(door, before):
    """Python counts bytes where it cannot read the file again, and in a box it can read none."""
    opened = door(engine=f"\nx = ({before} = = 2)\n".replace("( ", "("))
    opened.begin("square", ())
    with pytest.raises(Stopped) as found:
        opened.module("engine")
    *_, code, caret = ["", "", *found.value.message.split("\n")]
    assert "😀" in before or code[caret.index("^")] == "="
