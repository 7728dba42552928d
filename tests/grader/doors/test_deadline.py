"""A check that hangs is ended where student code is at work, and nowhere else."""

import signal
import threading
import time
from types import SimpleNamespace

import pytest

from grader.doors import deadline
from grader.doors.deadline import Deadline
from grader.student import Place, Stopped
from tests.grader.student_runs import run

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no alarms on this system")
LOOP = "def f():\n    while True:\n        pass\n"
SWALLOW = """
def f():
    while True:
        try:
            len("")
        except Exception:
            pass
"""
CATCH_ALL = """
def f():
    rung = 0
    while rung < 2:
        try:
            while True:
                pass
        except:
            rung += 1
    return rung
"""
CALLS_BACK = "def f(wait):\n    wait()\n"


@pytest.fixture
def impatient(monkeypatch):
    """A deadline that rings after hundredths of a second."""
    monkeypatch.setattr(deadline, "SECONDS", 0.05)
    monkeypatch.setattr(deadline, "SECONDS_ONCE_HUNG", 0.02)
    return Deadline()


@pytest.mark.parametrize(
    ("code", "lines"), [(LOOP, {2, 3}), (SWALLOW, {3, 4, 5, 6, 7})], ids=["plain", "except"]
)
def test_a_loop_without_end_ends(impatient, direct, code, lines):
    """It is stopped past `except Exception`, and the line where it was is known."""
    module = direct({"by_hand.py": code}).module("by_hand")
    with impatient.watch(), pytest.raises(Stopped) as stop:
        module.f()
    assert stop.value.status == "timed_out" and impatient.hung
    assert stop.value.message == "your code was still running after 0.05 seconds, so it was stopped"
    assert stop.value.place.file == "by_hand.py" and stop.value.place.line in lines


def test_a_loop_that_catches_everything_is_rung_again(impatient, direct):
    """A bare `except` catches an alarm, and then the next one comes."""
    module = direct({"by_hand.py": CATCH_ALL}).module("by_hand")
    with impatient.watch():
        assert module.f() == 2


def test_our_own_slowness_is_nobodys_fault(impatient, monkeypatch):
    """Where no student code is at work an alarm is let pass; only a check that never ends is stopped."""
    monkeypatch.setattr(deadline, "PATIENCE", 3)
    rings = []
    with impatient.watch(), pytest.raises(Stopped) as stop:
        handler = signal.getsignal(signal.SIGALRM)
        signal.signal(signal.SIGALRM, lambda *a: (rings.append(1), handler(*a)))
        while True:
            time.sleep(0.01)
    assert len(rings) == 3 and stop.value.place is None


def test_code_that_student_code_waits_for_counts_as_its_own(impatient, direct):
    """The place is the student's line, however deep the waiting is."""
    module = direct({"by_hand.py": CALLS_BACK}).module("by_hand")
    with impatient.watch(), pytest.raises(Stopped) as stop:
        module.f(lambda: time.sleep(30))
    assert stop.value.place == Place("by_hand.py", 2, "f")


def test_a_debugger_is_left_in_peace(impatient, direct, monkeypatch):
    """Whoever steps through code takes as long as it takes."""
    monkeypatch.setattr("pytest_timeout.is_debugging", lambda: True)
    module = direct({"by_hand.py": CALLS_BACK}).module("by_hand")
    with impatient.watch():
        module.f(lambda: time.sleep(0.2))
    assert not impatient.hung


def test_afterwards_nothing_rings(impatient):
    """The timer is off and the handler of others is back."""
    before = signal.getsignal(signal.SIGALRM)
    with impatient.watch():
        assert signal.getsignal(signal.SIGALRM) != before
    assert signal.getsignal(signal.SIGALRM) == before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_a_thread_cannot_be_woken(impatient):
    """Alarms reach the main thread alone; elsewhere pytest-timeout is left to do it in its own way."""
    found, check = [], Item()
    impatient.limit(check)
    thread = threading.Thread(target=lambda: found.append(impatient.pytest_timeout_set_timer(check, SIGNAL)))
    thread.start()
    thread.join()
    assert found == [None]


SIGNAL = SimpleNamespace(method="signal", timeout=0.5)


class Item:
    """Stands for a test, with what the command line and the test itself say of a timeout."""

    def __init__(self, option=None, marker=None):
        self.config = SimpleNamespace(getoption=lambda *_: option)
        self.get_closest_marker = lambda _: marker
        self.marks = []
        self.add_marker = self.marks.append


@pytest.mark.parametrize(("option", "marker", "added"), [(None, None, 1), (5.0, None, 0), (None, "set", 0)])
def test_a_check_gets_a_limit_unless_it_has_one(option, marker, added):
    """`--timeout` and a check's own mark are not overruled."""
    check = Item(option, marker)
    Deadline().limit(check)
    assert len(check.marks) == added


def test_only_checks_are_timed_here():
    """Any other test, and any other method, is pytest-timeout's business."""
    watch, check = Deadline(), Item()
    watch.limit(check)
    assert watch.pytest_timeout_set_timer(Item(), SIGNAL) is None
    assert watch.pytest_timeout_set_timer(check, SimpleNamespace(method="thread", timeout=1.0)) is None
    assert watch.pytest_timeout_set_timer(check, SIGNAL) is True
    check.cancel_timeout()


def test_an_endless_loop_ends_by_itself_in_a_students_run(submit):
    """Also under `--timeout`, and whatever else pytest does with the check that hung."""
    first = "        out = Value(self.data**2"
    hang = {"engine.py": lambda text: text.replace(first, f"        while 1: pass\n{first}")}
    done = run("tests/first_loop/test_square.py", "--timeout=0.3", folder=submit(hang).folder)
    assert {r["status"] for r in done.results["square"].values()} == {"timed_out"}
    assert "your code was still running after 0.3 seconds" in done.out and "line 68" in done.out
    assert done.exit_code == 1
