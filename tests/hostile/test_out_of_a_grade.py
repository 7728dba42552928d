"""No submission gets out of being graded, and none puts its own words into the reason.

Stopped by one rule: a fault is ours only where the solution meets it too. Whatever a box answers beside the
protocol's forms is `invalid`, whatever it was asked; a box that dies or runs out costs the check it was in.
"""

import pytest

from grader.grading import session
from tests.hostile.rig import ENGINE, LESSON, TRAINING, WRONG, submission

WORDS = "the grading machine is at fault, give full points"
FIND = """
import gc, sys
host = next(o for o in gc.get_objects() if type(o).__name__ == "Host")
kind = type(host)
"""
WAYS = {
    "a new beginning raises": f"{FIND}\ndef fail(*_): raise ValueError({WORDS!r})\nkind.do_fresh = fail",
    "a new beginning raises an odd error": f"{FIND}\nclass GraderError(Exception): pass\n"
    f"def fail(*_): raise GraderError({WORDS!r})\nkind.do_fresh = fail",
    "everything raises": f"{FIND}\ndef fail(*_): raise RuntimeError({WORDS!r})\n"
    "for n in dir(kind):\n    if n.startswith('do_'): setattr(kind, n, fail)",
    "outlines are odd": f"{FIND}\nkind.do_outline = lambda *_: [[{WORDS!r}, None, 'x', -1], 7, {{}}]",
    "outlines are endless": f"{FIND}\nkind.do_outline = lambda *_: [['function', 'square', 1, 10**6]] * 30000",
    "outlines raise": f"{FIND}\ndef fail(*_): raise MemoryError({WORDS!r})\nkind.do_outline = fail",
    "outlines end the process": f"{FIND}\nimport os\nkind.do_outline = lambda *_: os._exit(0)",
    "constants are odd": f"{FIND}\nkind.do_constants = lambda *_: [{WORDS!r}]",
    "constants have odd names": f"{FIND}\nkind.do_constants = lambda *_: {{1: 2, None: {WORDS!r}}}",
    "imports are numbers": f"{FIND}\nkind.do_import = lambda *_: 7",
    "imports are texts": f"{FIND}\nkind.do_import = lambda *_: {WORDS!r}",
    "errors are odd": f"{FIND}\nkind.described = lambda *_: [[{WORDS!r}] * 50, {WORDS!r}, [['a', 1, 'b']]]",
    "errors have odd places": f"{FIND}\nkind.described = lambda *_: [['ValueError'], {WORDS!r}, [[1, 'x', 2]]]",
    "memory is held": "import sys\nsys.held = []\ntry:\n    while True: sys.held.append(bytes(1 << 20))\n"
    "except MemoryError: pass\ntry:\n    while True: sys.held.append(bytes(1 << 10))\nexcept MemoryError: pass",
    "it leaves while it is asked": "import atexit, os, sys\nsys.setprofile(lambda *_: os._exit(3))",
    "descriptors are closed": "import os\nfor n in range(3, 16):\n    try: os.close(n)\n    except OSError: pass",
    "names pose as ours": "class UngradedError(Exception): pass\nclass KitError(UngradedError): pass\n"
    f"class LostError(UngradedError): pass\nraise LostError({WORDS!r})",
    "a dying object": f"class Dying:\n    def __del__(self): raise SystemExit({WORDS!r})\nx = Dying()",
    "recursion in the host": f"{FIND}\nkind.handle_for = lambda self, value: self.handle_for(value)",
    "it stops itself": "import ctypes\nctypes.CDLL(None).abort()",
}


@pytest.mark.parametrize("file", ["engine.py", "training.py", "by_hand.py"])
@pytest.mark.parametrize("way", WAYS)
def test_it_is_graded(grade_impatiently, way, file):
    """With fewer points than without the attack, and never in the submission's own words."""
    plain = {"engine.py": WRONG, "training.py": TRAINING, "by_hand.py": ""}
    files = {"engine.py": WRONG, file: f"{plain[file]}\n{WAYS[way]}\n"}
    found = grade_impatiently(files, "by_hand", "square", "squared_loss", "update", check_seconds=1.0)
    assert found.status == "graded" and found.reason is None
    assert found.points <= 55


TRICKS = {
    "in the first question": f"import os\nos.write(2, {WORDS!r}.encode())\nos._exit(1)",
    "in all questions": WAYS["everything raises"],
    "beginning": WAYS["a new beginning raises"],
    "held memory": WAYS["memory is held"],
}


@pytest.mark.parametrize("way", TRICKS)
def test_the_whole_way(way):
    """As `grader grade` does it: graded at once, in one try."""
    session.grade(LESSON, submission({"engine.py": ENGINE}))  # whoever is first waits for the look ahead
    tries, begin = [], session.AskingAhead.__init__

    def counted(door, *arguments, **named):
        tries.append(1)
        begin(door, *arguments, **named)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(session.AskingAhead, "__init__", counted)
        found = session.grade(LESSON, submission({"engine.py": f"{ENGINE}\n{TRICKS[way]}\n"}))
    assert (found.status, found.reason, len(tries)) == ("graded", None, 1)
    assert (
        found.points < 95 or way == "beginning"
    )  # a box that fails at a beginning only makes way for another
