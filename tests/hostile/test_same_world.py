"""Every box sees the same world: time, chance, numbers of processes, addresses and order are always the same.

Stopped by `world` (clocks and chance of Python's library), by the lock (numbers of processes and users, the
kernel's chance, clocks of others), and by one mother that is the same each time.
"""

import os

import pytest

from grader.box import confine
from grader.box.box import Box
from grader.box.remote import Conversation
from grader.model import Limits

LOOK = b"""
import ctypes, datetime, os, random, secrets, sys, threading, time, uuid
libc = ctypes.CDLL(None)
seen = {
    "time": [time.time(), time.time_ns(), time.monotonic(), time.perf_counter(), time.process_time()],
    "more time": [time.thread_time(), time.clock_gettime(time.CLOCK_REALTIME), time.ctime(), time.asctime()],
    "zone": [time.strftime("%H:%M %Z"), list(time.localtime()), list(time.gmtime())],
    "dates": [str(datetime.datetime.now()), str(datetime.date.today()), str(datetime.datetime.now().astimezone())],
    "chance": [random.random(), random.Random().random(), random.SystemRandom().random(), secrets.token_hex(4)],
    "names": [str(uuid.uuid4()), os.urandom(4).hex(), secrets.randbelow(1000)],
    "processes": [os.getpid(), os.getppid(), libc.getpid(), libc.syscall(186), threading.get_native_id()],
    "users": [os.getuid(), os.geteuid(), os.getgid(), os.getegid()],
    "machine": [*os.uname(), os.getcwd(), sorted(os.environ), *sys.argv, *sys.orig_argv],
    "order": [list({"a", "b", "c", "d", "e"}), hash("text")],
}
"""


def look(code=LOOK):
    with Box({"looking.py": code}, Limits()) as box:
        conversation = Conversation(box.ask)
        conversation.fresh({}, {})
        return conversation.module("looking").seen


def test_two_boxes_see_the_same():
    """One after the other, with a busy box in between."""
    first = look()
    look(b"import random, time\nrandom.seed(7)\nfor _ in range(1000): time.time()\nseen = {}")
    assert look() == first


def test_boxes_of_two_mothers_see_the_same(monkeypatch):
    """A worker that starts later, or somewhere else, has a mother of its own."""
    first = look()
    monkeypatch.setattr(confine, "_mothers", {})
    assert look() == first
    confine._mothers[True].close()


def test_a_new_check_sees_the_same():
    """Within one box the world starts anew with each check."""
    with Box({"looking.py": LOOK}, Limits()) as box:
        conversation, seen = Conversation(box.ask), []
        for _ in range(3):
            conversation.fresh({}, {})
            seen.append(conversation.module("looking").seen)
    assert seen[0] == seen[1] == seen[2]


CLOCKS = """
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
class Moment(ctypes.Structure):
    _fields_ = [("seconds", ctypes.c_long), ("nanoseconds", ctypes.c_long)]
moment = Moment()
for pid in (*range(1, 400), {grader}):
    for kind in (0, 1, 2, 6):
        if libc.syscall(228, ctypes.c_long((~pid << 3) | kind), ctypes.byref(moment)) == 0:
            found.append(pid)
"""


@pytest.mark.skipif(os.uname().machine != "x86_64", reason="the number of this call differs")
def test_clocks_of_other_processes(inside):
    """Neither whether a process is there nor how much it has done can be asked for."""
    code = CLOCKS.format(grader=os.getpid())
    assert inside(code) == []
    assert os.getpid() in inside(code, confined=False)
