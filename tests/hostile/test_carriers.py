"""What one process of student code knows, no later one can be told: there is nothing to leave a sign on.

Stopped by reading nothing (access times carried stolen code once), and by a life that leaves nothing behind.
"""

import os
from pathlib import Path

import pytest

from grader.box.box import Box
from grader.box.remote import Conversation
from grader.doors.asking_ahead import AskingAhead
from grader.model import Limits
from tests.hostile.rig import LESSON, SOLUTION, TRAINING, WRONG, points, submission

LIBRARY = Path(os.__file__).parent
SIGNS = f"""
import ctypes, os, signal, sys
library = {str(LIBRARY)!r}
file = os.path.join(library, "json", "tool.py")
attempt("reading", lambda: open(file).read(1))
attempt("time of access", lambda: os.stat(file).st_atime_ns)
attempt("time of a folder", lambda: os.listdir(library))
attempt("lock", lambda: __import__("fcntl").flock(0, 6))
attempt("offset", lambda: os.lseek(0, 1, 0))
attempt("size of a pipe", lambda: __import__("fcntl").fcntl(1, 1031, 1 << 20))
attempt("priority", lambda: os.nice(1))
attempt("affinity", lambda: os.sched_setaffinity(0, {{0}}))
attempt("name", lambda: ctypes.CDLL(None).prctl(15, b"sign", 0, 0, 0) and 1 / 0 or 1 / 0)
attempt("cores", lambda: os.sched_getaffinity(0))
attempt("load", os.getloadavg)
attempt("usage", lambda: __import__("resource").getrusage(0))
attempt("memory", lambda: 1 / (ctypes.CDLL(None).sysinfo(ctypes.create_string_buffer(200)) == 0))
attempt("a timer", lambda: signal.setitimer(signal.ITIMER_REAL, 100))
"""


def test_there_is_nothing_to_leave_a_sign_on(inside):
    """Each attempt is refused."""
    assert inside(SIGNS) == []


def test_a_carrier_changes_no_access_time(inside):
    """The one that worked once: which files were read can be asked for by nobody, and does not change."""
    files = sorted(LIBRARY.glob("*.py"))[:50]
    before = [path.stat().st_atime_ns for path in files]
    inside("import os\n" + "".join(f"attempt('r', lambda: open({str(p)!r}).read())\n" for p in files))
    inside(
        "import importlib\n" + "".join(f"attempt('i', lambda: __import__({p.stem!r}))\n" for p in files[:9])
    )
    assert [path.stat().st_atime_ns for path in files] == before


THIEF = (
    """
import builtins, gc, os, sys

def stolen():
    frame = sys._getframe()
    while frame is not None and "self" not in frame.f_locals:
        frame = frame.f_back
    for thing in gc.get_objects():
        if type(thing).__name__ == "Modules":
            return "".join([*thing.replaced.values(), *(t for p in thing.patches.values() for t in p)])
    return ""

CODE = stolen()
LENGTH = len(CODE)
"""
    + TRAINING
)
TRIES = {
    "builtins": ("builtins.sign = CODE", "getattr(builtins, 'sign', '')"),
    "sys": ("sys.sign = CODE", "getattr(sys, 'sign', '')"),
    "environment": ("os.environ['sign'] = CODE", "os.environ.get('sign', '')"),
    "module": ("sys.modules['json'].sign = CODE", "getattr(__import__('json'), 'sign', '')"),
    "descriptor": ("os.write(1, CODE.encode())", "os.read(0, 10000).decode()"),
    "number": ("os.getpid()", "str(os.getpid() or '')"),
}


@pytest.mark.parametrize("way", TRIES)
def test_what_was_stolen_in_one_box_is_not_in_the_next(way):
    """training.py reads the working engine; engine.py of the same submission, and a neighbour, find nothing."""
    leave, find = TRIES[way]
    engine = f"import builtins, os, sys\nfound = {find}\nengine_was_read = 0\n{WRONG}"
    handed_in = submission({"engine.py": engine, "training.py": f"{THIEF}\n{leave}\n"})
    door = AskingAhead(LESSON, handed_in, confined=True)
    door.begin("squared_loss", ("square", "backward"))
    assert door.module("training").LENGTH > 500  # it was there to be read
    for other in (door, AskingAhead(LESSON, handed_in, confined=True)):
        other.begin("square", ())
        assert other.module("engine").found == ""
        other.close()


def test_a_chain_gains_nothing(grade):
    """Untouched stubs beside the thief: it reads the working code, crashes, and finds no second try."""
    stub = (LESSON.stubs / "engine.py").read_text(encoding="utf-8")
    training = (LESSON.stubs / "training.py").read_text(encoding="utf-8")
    chain = THIEF.partition("CODE = ")[0] + training + "\nCODE = stolen()\nif CODE: os._exit(9)\n"
    found = points(grade({"engine.py": stub, "training.py": chain}))
    assert {
        name: found[name] for name in ("square", "backward", "squared_loss", "update", "train")
    } == dict.fromkeys(("square", "backward", "squared_loss", "update", "train"), 0)


def stopped(box):
    """Whether the kernel has stopped the process of a box."""
    return Path(f"/proc/{box.pid}/stat").read_bytes().rpartition(b") ")[2][:1] == b"T"


def test_one_process_works_at_a_time(monkeypatch):
    """Nobody can be told while it stands still. There are two at most, which is promised of memory as well."""
    living, init, ask, close = set(), Box.__init__, Box.ask, Box.close

    def begin(box, *arguments, **named):
        assert all(map(stopped, living))
        init(box, *arguments, **named)
        living.add(box)

    def asked(box, *arguments):
        assert [each for each in living if not stopped(each)] == [box] and len(living) <= 2
        return ask(box, *arguments)

    def end(box):
        close(box)
        living.discard(box)

    for name, instead in (("__init__", begin), ("ask", asked), ("close", end)):
        monkeypatch.setattr(Box, name, instead)
    door = AskingAhead(LESSON, submission({}), confined=True)
    for exercise, working in (
        ("square", ()),
        ("squared_loss", ("square",)),
        ("update", ()),
        ("train", ("square",)),
        ("update", ()),
    ):
        door.begin(exercise, working)
        door.module(LESSON.exercise(exercise).file.removesuffix(".py"))
    assert len(living) == 2
    door.close()
    assert not living and SOLUTION


def test_nothing_is_shared_with_the_mother():
    """Of her memory a box has a copy: what one changes in the library, the next one finds as it was."""
    for _ in range(2):
        with Box(
            {"sign.py": b"import math\nfound = getattr(math, 'sign', 0)\nmath.sign = 1"}, Limits()
        ) as box:
            conversation = Conversation(box.ask)
            conversation.fresh({}, {})
            assert conversation.module("sign").found == 0
