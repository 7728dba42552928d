"""Several attacks in a row, each of which opens the way for the next, win no more than the work deserves.

Stopped by what stops each of them alone: a box ends where working code goes in or out, a box's mother is asked
for nothing but forks and endings, and whoever takes a box over has taken over nothing that decides.
"""

from pathlib import Path

import pytest

from grader.box import confine
from grader.grading import record, session
from tests.hostile.rig import ENGINE, LESSON, TRAINING, WRONG, points, submission, swapped

TAKES_OVER = """
import sys

def host():
    frame = sys._getframe()
    while type(frame.f_locals.get("self")).__name__ != "Host":
        frame = frame.f_back
    return frame.f_locals["self"]

"""
KEEPS = """
modules = host().modules
texts = [*modules.replaced.values(), *(text for names in modules.patches.values() for text in names)]
if texts:
    kind = type(modules)
    kind.stand_in = lambda *_: None          # what stands in goes on standing in
    kind.forget = lambda *_: None            # and nothing is loaded anew
    host().do_outline = lambda *_: []
    import builtins
    builtins.kept = texts
elif hasattr(__import__("builtins"), "kept"):
    exec(builtins.kept[0], sys.modules["engine"].__dict__)
"""
FROM_NOTHING = """
answers = {"GRADIENT": 4.0, "BEHAVIOUR": {0.05: "stuck"}, "data": 4.0, "grad": 7.0}
kind = type(host())
kind.do_import = lambda *_: object()
kind.do_constants = lambda *_: dict(answers)
kind.do_get = lambda self, target, name: answers.get(name, object())
kind.do_call = lambda *_: object()
kind.do_op = lambda *_: 1.0
kind.do_outline = lambda *_: []
"""
LIES = """
import builtins, gc
for thing in gc.get_objects() + list(sys.modules.values()):
    if getattr(thing, "__name__", "") in ("Snapshot", "grader.box.snapshot"):
        getattr(thing, "Snapshot", thing).unchanged = lambda self: True
builtins.seen = getattr(builtins, "seen", 0) + 1
"""
PARTS = ("snapshot", "world", "library", "mother", "boxed", "session", "engine2", "lesson", "account")


def test_keeps_working_code_and_its_place(grade, honest_wrong):
    """Reads the working engine, makes it stay in its place, and is played once more with its own code."""
    assert points(grade({"engine.py": WRONG, "training.py": TRAINING + TAKES_OVER + KEEPS})) == honest_wrong


def test_takes_over_from_untouched_stubs(grade):
    """A host that answers everything with something plausible earns nothing for stubs."""
    stubs = {name: (LESSON.stubs / name).read_text(encoding="utf-8") for name in LESSON.files}
    taking = {name: text + TAKES_OVER + FROM_NOTHING for name, text in stubs.items() if name.endswith(".py")}
    assert sum(points(grade(stubs | taking)).values()) == 0


def test_parts_of_the_box_under_own_names(grade, honest, honest_wrong):
    """Own modules with the names of the box's parts, and a snapshot that lies, change no grade."""
    own = {f"{name}.py": "import sys\nsys.modules['grader'] = sys\nunchanged = True\n" for name in PARTS}
    imports = f"\nimport {', '.join(PARTS)}\n{TAKES_OVER}{LIES}"
    slow = "for _ in range(1_000_000): pass\n"
    assert points(grade({**own, "engine.py": ENGINE + imports + slow})) == honest
    assert points(grade({**own, "engine.py": WRONG + imports + slow})) == honest_wrong


@pytest.mark.parametrize(
    "last", ["os._exit(0)", "os.close(4); os._exit(7)", "os.write(4, b'['); os._exit(0)"]
)
def test_wears_out_the_mother(last):
    """Dozens of boxes that end at odd moments: she lives, keeps no dead ones, and neighbours get their due."""
    before = session.grade(LESSON, submission({}))
    mother = confine._mothers[True]
    dies = swapped(ENGINE, "    def square(self):", f"    def square(self):\n        import os; {last}\n")
    found = session.grade(LESSON, submission({"engine.py": dies}))
    assert found.status == "graded"
    assert found.points < before.points
    assert record.dumps(session.grade(LESSON, submission({}))) == record.dumps(before)
    assert confine._mothers[True] is mother and mother.alive
    number = mother._process.pid
    assert Path(f"/proc/{number}/task/{number}/children").read_text() == ""
