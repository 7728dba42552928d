"""A submission that reads the questions itself and answers them as it likes is still judged by numbers.

Stopped by judging numbers: whoever holds the pipe has to compute what was asked.
"""

from tests.hostile.rig import FORGER, WRONG, points

ATTACK = (
    FORGER
    + """
def serve(value):
    say(["h", 1])
    for fd in range(3, 32):
        try:
            lines = _os.fdopen(_os.dup2(fd, fd), "rb", closefd=False)
        except OSError:
            lines = None
        for line in _read(fd):
            _send(_json.dumps([_json.loads(line)[0], "ok", value]).encode() + b"\\n")

def _read(fd):
    held = b""
    while True:
        try:
            data = _os.read(fd, 65536)
        except OSError:
            return
        if not data:
            return
        held += data
        while b"\\n" in held:
            line, _, held = held.partition(b"\\n")
            yield line

serve({value})
"""
)


def test_one_number_for_everything(grade_impatiently, honest_wrong):
    """A host of their own that says 6.0 to everything passes no check of a gradient."""
    found = points(grade_impatiently({"engine.py": WRONG + ATTACK.replace("{value}", "6.0")}, "square"))
    assert all(found[name] <= honest_wrong[name] for name in found)


def test_one_object_for_everything(grade_impatiently, honest_wrong):
    """Nor does one that answers with an object each time."""
    found = points(grade_impatiently({"engine.py": WRONG + ATTACK.replace("{value}", '["h", 1]')}, "square"))
    assert all(found[name] <= honest_wrong[name] for name in found)
