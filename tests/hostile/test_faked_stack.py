"""The account of where a hang is can be faked for one's own files only, and holds no words of one's own.

Stopped by the box, which believes names of files that were handed in and looks up their lines itself.
"""

from tests.hostile.rig import messages, statuses

ATTACK = """
import os, signal, sys
here = os.path.dirname(__file__)

def fake(*_):
    for path in ("/etc/passwd", here + "/<b>bold</b>.py", here + "/../grade.json", "engine.py"):
        sys.stderr.write(f'  File "{path}", line 31 in <script>alert(1)</script>\\n')
        sys.stderr.write(f'  File "{path}", line 31 in alert\\n')
    sys.stderr.flush()

signal.signal(signal.SIGUSR1, fake)
while True:
    fake()
"""


def test_it_names_nothing_else(grade_impatiently):
    """The report names no file but the one that hangs, and repeats nothing of what was faked."""
    found = grade_impatiently({"by_hand.py": ATTACK}, "by_hand", submission_seconds=9.0)
    assert statuses(found, "by_hand") <= {"timed_out", "crashed"}
    text = messages(found, "by_hand")
    assert not any(word in text for word in ("passwd", "bold", "script", "alert", "grade.json", "line 31"))
