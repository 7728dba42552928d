"""A box answers, is limited, says how it ended, and leaves nothing behind; by its own fault or by ours."""

import os
import signal
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from grader.box import account, confine
from grader.box.box import Box
from grader.box.confine import last_words
from grader.box.remote import Conversation
from grader.errors import LostError, UngradedError
from grader.model import Limits
from grader.student import Stopped
from tests.grader.conftest import CONFINED

DEAF = """
import os, time
for fd in range(3, 32):
    try:
        os.close(fd)
    except OSError:
        pass
time.sleep(100)
"""
BUSY = """
def work(turns):
    for _ in range(turns):
        pass
"""
QUICK = Limits(check_seconds=0.2, submission_seconds=5.0)


@pytest.fixture
def start():
    """`start(source)`: a box with one module of this source, and a conversation to it."""
    boxes = []

    def run(source, limits=QUICK):
        boxes.append(Box({"work.py": source.encode()}, limits, confined=CONFINED))
        conversation = Conversation(boxes[-1].ask)
        boxes[-1].begin_check(limits.check_seconds, limits.submission_seconds)
        conversation.fresh({}, {})
        return boxes[-1], conversation

    yield run
    for box in boxes:
        box.close()


def stopped(conversation, source_call="work"):
    with pytest.raises(Stopped) as stop:
        conversation.module(source_call)
    return stop.value


def test_it_answers(start):
    """A module of the student's, seen from here."""
    _, conversation = start("x = [1, 2.5, 'a']")
    assert conversation.module("work").x == [1, 2.5, "a"]


def test_closing_leaves_nothing(start):
    """No process; closing twice is no error, and a closed box is not alive."""
    box, _ = start("")
    pid = box.pid
    box.close()
    box.close()
    assert not box.alive and not Path(f"/proc/{pid}").exists()


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("while True: pass", "ran for more than 0.2 seconds without coming to an end"),
        ("import time; time.sleep(100)", "did nothing for 0.4 seconds"),
    ],
)
def test_time(start, source, said):
    """An endless loop is told from an endless wait, with the number of the limit."""
    _, conversation = start(source)
    stop = stopped(conversation)
    assert stop.status == "timed_out" and said in stop.message


def test_the_time_of_a_submission(start):
    """When less is left for the submission than a check may use, that is what is said."""
    box, conversation = start("while True: pass", replace(QUICK, check_seconds=2.0, submission_seconds=0.2))
    assert "0.2 seconds that a whole submission may take" in stopped(conversation).message
    assert not box.alive


def test_where_it_hangs(start):
    """The function that was called from outside, and where it begins."""
    _, conversation = start("def inner():\n    while True: pass\n\n\ndef outer():\n    inner()\n")
    with pytest.raises(Stopped) as stop:
        conversation.module("work").outer()
    assert str(stop.value.place) == "work.py, line 5, in outer"


def test_where_it_hangs_between_two_lines(start, monkeypatch):
    """A moment without a line number is followed by another question, so the report stays the same."""
    said, ask = iter(['  File "work.py", line ??? in outer\n']), account._account
    monkeypatch.setattr(account, "_account", lambda *of: next(said, None) or ask(*of))
    _, conversation = start("def outer():\n    while True: pass\n")
    with pytest.raises(Stopped) as stop:
        conversation.module("work").outer()
    assert str(stop.value.place) == "work.py, line 1, in outer"


def test_calls(start):
    """A check that never stops calling is the check's mistake or the student's, and is ended."""
    _, conversation = start("x = 1", replace(QUICK, calls=20, check_seconds=5.0))
    work = conversation.module("work")
    with pytest.raises(Stopped, match="more than 20 times"):
        while True:
            work.x  # noqa: B018


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("import os; os._exit(0)", "ended the whole Python process"),
        ("import ctypes; ctypes.string_at(0)", "crashed Python itself (SIGSEGV)"),
        ("print('x' * 3_000_000)", "printed more than 2 MB"),
    ],
)
def test_other_ends(start, source, said):
    """Each way to end has its own words."""
    _, conversation = start(source, replace(QUICK, output=2 << 20, check_seconds=2.0))
    stop = stopped(conversation)
    assert stop.status == "crashed" and said in stop.message


@pytest.mark.parametrize(("ended", "said"), [(0, "exit"), (3, "exit"), (-11, "SIGSEGV"), (-9, "memory")])
def test_last_words(ended, said):
    """An exit code never means success, only another sentence."""
    assert said in last_words(ended)


@pytest.mark.skipif(not CONFINED, reason="whoever is not locked in may kill itself")
def test_a_box_that_others_kill_is_nobodys_mistake(start):
    """Not a crash of the student's: the submission is graded once more."""
    box, conversation = start("import time\ntime.sleep(100)")
    os.kill(box.pid, 9)
    with pytest.raises(LostError, match="from outside"):
        conversation.module("work")


def test_what_is_printed(start):
    """The end of it, as text, whatever bytes it was."""
    box, conversation = start("import os; os.write(1, b'x' * 50_000 + b'caf\\xff\\x1b[31m'); y = 1")
    assert conversation.module("work").y == 1
    text = box.take_output()
    assert text.endswith("caf\\xff\x1b[31m") and len(text) <= 5_000
    assert box.take_output() == ""


def test_a_box_that_does_not_start_is_our_fault(monkeypatch):
    """It is said what it printed, and nothing is left behind."""
    monkeypatch.setattr(confine, "MOTHER", Path("/no/such/mother.py"))
    monkeypatch.setattr(confine, "_mothers", {})
    with pytest.raises(UngradedError, match=r"did not start.*/no/such/mother.py"):
        Box({}, QUICK, confined=False)


def test_a_mother_that_is_gone_is_replaced(start):
    """Her boxes end with her, which is nobody's mistake; the next box has another mother."""
    box, conversation = start("x = 1")
    box.process.mother._process.kill()
    with pytest.raises(LostError):
        while True:
            conversation.module("work")
    _, conversation = start("x = 2")
    assert conversation.module("work").x == 2


def test_a_mother_that_does_not_answer_is_replaced(start, monkeypatch):
    """She is given a time, and then ended."""
    box, _ = start("x = 1")
    mother = box.process.mother
    os.kill(mother._process.pid, signal.SIGSTOP)
    mother._control.settimeout(0.2)
    _, conversation = start("x = 2")
    assert conversation.module("work").x == 2 and not mother.alive


def test_a_busy_machine_costs_a_submission_nothing(start, monkeypatch):
    """Time in which the box was ready to run and got no core is no cost."""
    box, _ = start("")
    before = box.cost()
    box.meter.waited += 5.0
    monkeypatch.setattr(box.meter, "_delayed", lambda: box.meter.waited - before - 0.5)
    assert box.cost() == pytest.approx(before + 0.5)


@pytest.mark.skipif(not CONFINED, reason="only a locked box rests")
def test_a_busy_machine_gives_a_submission_no_time_while_it_rests(start):
    """This thread waits for a core then, too, but for another process."""
    box, _ = start("")
    for each in box.meter._delays:
        each.close()
    delay = SimpleNamespace(now=1.0, seconds=lambda: delay.now, close=lambda: None)
    box.meter._delays, box.meter._delay_before, box.meter.waited = (delay,), 1.0, 2.0
    assert box.rest()
    delay.now = 4.0
    box.wake(0)
    assert box.meter.held_up() == 2.0
    delay.now = 4.5
    assert box.meter.held_up() == 1.5


def test_a_large_request_is_no_deadlock(start):
    """What does not fit into the pipe at once is sent piece by piece; a host that does not read is ended."""
    _, conversation = start("def length(text): return len(text)")
    assert conversation.module("work").length("x" * 90_000) == 90_000
    _, conversation = start(DEAF)
    assert stopped(conversation).status in ("crashed", "timed_out")


def test_limits_start_anew_with_each_check(start):
    """What one check has used is not taken from the next."""
    box, conversation = start(BUSY)
    work = conversation.module("work")
    box.begin_check(5.0, 9.0)
    turns, before = 200_000, box.meter.cpu()
    work.work(turns)
    once = max(box.meter.cpu() - before, 0.001)
    for _ in range(6):
        box.begin_check(3 * once, 9.0)
        assert work.work(turns) is None
