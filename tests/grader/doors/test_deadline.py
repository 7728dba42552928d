"""A check that hangs is ended where student code is at work, and nowhere else."""

import _thread
import signal
import threading
import time
from types import SimpleNamespace

import pytest
import pytest_timeout

from grader.doors import alarm, deadline
from grader.doors.deadline import Deadline
from grader.student import Place, Stopped
from tests.grader.student_runs import run

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
IN_TURNS = """
def f():
    n = 0
    for n in range(3):
        n += 1
    while True:
        n = add(n)
        if n < 0:
            return n


def add(n):
    for _ in range(300):
        n += sum(range(3))
    return n
"""
TWICE = """
def f(n):
    while n:
        pass
    return n


def g():
    return f(1)
"""
CALLS_BACK = "def f(wait):\n    wait()\n"


TIMER = pytest.mark.skipif(not alarm.has_timer(), reason="this system has no timer")


@pytest.fixture(params=[pytest.param("timer", marks=TIMER), "thread"])
def way(request, monkeypatch):
    """Both ways to wake the main thread, on every system; a system without a timer has the second only."""
    monkeypatch.setattr(alarm, "has_timer", lambda: request.param == "timer")
    return request.param


@pytest.fixture
def impatient(monkeypatch, way):
    """A deadline that rings after hundredths of a second."""
    monkeypatch.setattr(deadline, "SECONDS", 0.05)
    monkeypatch.setattr(deadline, "SECONDS_AGAIN", 0.02)
    monkeypatch.setattr(deadline, "LOOK", 0.005)
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
    stopped = "your code was still running after 0.05 seconds, so it was stopped"
    assert stop.value.message == f"{stopped} ({stop.value.place}); later checks do not wait for `f` again"
    assert stop.value.place.file == "by_hand.py" and stop.value.place.line in lines


def test_a_loop_that_catches_everything_is_rung_again(impatient, direct):
    """A bare `except` catches an alarm, and then the next one comes."""
    module = direct({"by_hand.py": CATCH_ALL}).module("by_hand")
    with impatient.watch():
        assert module.f() == 2


def test_a_hang_is_told_at_its_loop(impatient, direct):
    """In the function that goes round and round, and not in one that it calls and that comes back."""
    module = direct({"by_hand.py": IN_TURNS}).module("by_hand")
    with impatient.watch(), pytest.raises(Stopped) as stop:
        module.f()
    assert stop.value.place == Place("by_hand.py", 6, "f")


def test_what_hung_once_is_not_waited_for_again(impatient, direct, monkeypatch):
    """A check that comes there once more says so; one that ends by itself is as good as before."""
    module = direct({"by_hand.py": TWICE}).module("by_hand")
    for words in (
        "your code was still running after 0.05 seconds, so it was stopped",
        "`f` ran too long before",
    ):
        with impatient.watch(), pytest.raises(Stopped) as stop:
            module.g()
        assert stop.value.message.startswith(words) and stop.value.place == Place("by_hand.py", 3, "f")
        monkeypatch.setattr(deadline, "SECONDS", 60.0)
    with impatient.watch():
        assert module.f(0) == 0


def test_another_function_still_has_its_time(impatient, direct, monkeypatch):
    """What is slow and comes to an end is not stopped because something else hung."""
    module = direct({"by_hand.py": TWICE + CALLS_BACK.replace("f(", "wait_for(")}).module("by_hand")
    with impatient.watch(), pytest.raises(Stopped):
        module.f(1)
    monkeypatch.setattr(deadline, "SECONDS", 60.0)
    with impatient.watch():
        module.wait_for(lambda: time.sleep(0.1))


def test_our_own_slowness_is_nobodys_fault(impatient, direct, monkeypatch):
    """Where no call of student code lasts, a check is stopped only when it never ends."""
    monkeypatch.setattr(deadline, "PATIENCE", 0.2)
    module = direct({"by_hand.py": CALLS_BACK}).module("by_hand")
    began = time.monotonic()
    with impatient.watch(), pytest.raises(Stopped) as stop:
        while True:
            module.f(lambda: None)
    assert stop.value.place is None and time.monotonic() - began > 0.2


def test_nothing_ends_between_the_phases_of_a_check(impatient, monkeypatch):
    """There pytest judges and reports, and nobody would catch it; inside of one it is caught."""

    def phase():
        forever()

    assert deadline._PHASE is pytest.CallInfo.from_call.__code__
    monkeypatch.setattr(deadline, "_PHASE", phase.__code__)
    monkeypatch.setattr(deadline, "PATIENCE", 0.05)
    check = Item()
    impatient.limit(check)
    settings = SimpleNamespace(method=pytest_timeout.DEFAULT_METHOD, timeout=0.05)
    impatient.pytest_timeout_set_timer(check, settings)
    turns = 0
    try:
        with pytest.raises(Stopped):
            for turns in range(300):  # noqa: B007  # somebody is slow, and it is not the student
                time.sleep(0.001)
            phase()
        assert turns == 299
    finally:
        check.cancel_timeout()


def test_a_look_is_not_looked_into(impatient):
    """The next alarm may come before one look is over: it would find what that one has just cleared."""
    watch = deadline._Watch(impatient, 0.0, anywhere=True)
    watch.deadline.at_work = lambda frame: watch.look(frame) or []
    watch.look(None)
    assert [*watch.looks] == [[]] and not watch.looking


def forever():
    """What a student's function is handed, and does not come back from."""
    while True:
        time.sleep(0.001)


def test_code_that_student_code_waits_for_counts_as_its_own(impatient, direct):
    """The place is the student's line, however deep the waiting is."""
    module = direct({"by_hand.py": CALLS_BACK}).module("by_hand")
    with impatient.watch(), pytest.raises(Stopped) as stop:
        module.f(forever)
    assert stop.value.place == Place("by_hand.py", 2, "f")


@TIMER
def test_a_timer_wakes_what_sleeps(monkeypatch, direct):
    """The other way has to wait until the sleep is over."""
    monkeypatch.setattr(deadline, "SECONDS", 0.02)
    module = direct({"by_hand.py": CALLS_BACK}).module("by_hand")
    with Deadline().watch(), pytest.raises(Stopped):
        module.f(lambda: time.sleep(30))


def test_a_debugger_is_left_in_peace(impatient, direct, monkeypatch):
    """Whoever steps through code takes as long as it takes."""
    monkeypatch.setattr("pytest_timeout.is_debugging", lambda: True)
    module = direct({"by_hand.py": CALLS_BACK}).module("by_hand")
    with impatient.watch():
        module.f(lambda: time.sleep(0.2))
    assert not impatient.hung


def test_afterwards_nothing_rings(impatient, way):
    """The timer is off, the thread has ended, and the handler of others is back."""
    number = signal.SIGALRM if way == "timer" else signal.SIGTERM
    before, threads = signal.getsignal(number), threading.active_count()
    with impatient.watch():
        assert signal.getsignal(number) != before
    assert signal.getsignal(number) == before and threading.active_count() == threads
    if way == "timer":
        assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_an_alarm_that_comes_too_late_is_let_pass(monkeypatch):
    """It may be on its way while it is cancelled."""
    rung, handlers = [], []
    monkeypatch.setattr(signal, "signal", lambda _, handler: handlers.append(handler))
    monkeypatch.setattr(_thread, "interrupt_main", lambda _: None)
    cancel = alarm._by_thread(60.0, 60.0, rung.append)
    handlers[0](0, None)
    cancel()
    handlers[0](0, None)
    assert rung == [None]


def test_a_thread_cannot_be_woken(impatient):
    """Alarms reach the main thread alone; elsewhere pytest-timeout is left to do it in its own way."""
    found, check = [], Item()
    impatient.limit(check)
    thread = threading.Thread(target=lambda: found.append(impatient.pytest_timeout_set_timer(check, USUAL)))
    thread.start()
    thread.join()
    assert found == [None]


USUAL = SimpleNamespace(method=pytest_timeout.DEFAULT_METHOD, timeout=0.5)


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


@pytest.mark.parametrize("usual", ["signal", "thread"])
def test_only_checks_are_timed_here(monkeypatch, usual, way):
    """Any other test, and a method that somebody has asked for, is pytest-timeout's business.

    Its usual method is "thread" where there are no alarms, as on Windows, and that one ends all of pytest.
    """
    monkeypatch.setattr(pytest_timeout, "DEFAULT_METHOD", usual)
    chosen = SimpleNamespace(method={"signal": "thread", "thread": "signal"}[usual], timeout=1.0)
    watch, check = Deadline(), Item()
    watch.limit(check)
    settings = SimpleNamespace(method=usual, timeout=0.5)
    assert watch.pytest_timeout_set_timer(Item(), settings) is None
    assert watch.pytest_timeout_set_timer(check, chosen) is None
    assert watch.pytest_timeout_set_timer(check, settings) is True
    check.cancel_timeout()


@pytest.mark.parametrize(
    "plugin", [pytest.param((), id="timer", marks=TIMER), ("-p", "tests.grader.no_timer")]
)
def test_an_endless_loop_ends_by_itself_in_a_students_run(submit, plugin):
    """Also under `--timeout`, and whatever else pytest does with the check that hung.

    With `tests.grader.no_timer` Python has what it has on Windows.
    """
    first = "        out = Value(self.data**2"
    hang = {"engine.py": lambda text: text.replace(first, f"        while 1: Value(1)\n{first}")}
    done = run(*plugin, "tests/first_loop/test_square.py", "--timeout=0.3", folder=submit(hang).folder)
    assert {r["status"] for r in done.results["square"].values()} == {"timed_out"}
    said = " ".join(done.out.split())
    assert "your code was still running after 0.3 seconds" in said and "line 68, in square" in said
    assert "Traceback" not in done.out and len(done.out.splitlines()) < 30
    assert done.exit_code == 1
