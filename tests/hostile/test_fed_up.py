"""A submission that answers forged megabytes as fast as they can be parsed costs its own time, not ours.

Stopped by counting the time that the grader spends on the answers of a submission.
"""

from grader.doors.asking_ahead import AskingAhead
from tests.hostile.rig import FORGER, LESSON, submission

ATTACK = (
    FORGER
    + """
def serve():
    body = '", "ok", ["l",' + ",".join(['["l"]'] * 150_000) + "]]\\n"
    held = b""
    for fd in range(3, 32):
        while True:
            try:
                data = _os.read(fd, 65536)
            except OSError:
                break
            if not data:
                break
            held += data
            while b"\\n" in held:
                line, _, held = held.partition(b"\\n")
                _send(('["' + _json.loads(line)[0] + body).encode())

say(["h", 1])
serve()
"""
)


def test_it_is_bounded(bench):
    """However many answers are asked for, grading it costs little more than a submission may cost."""
    door = AskingAhead(LESSON, submission({"engine.py": ATTACK}), confined=True)
    ledger = bench.run(door, ["square", "backward"])
    assert ledger.points("square") == ledger.points("backward") == 0
    assert door.budget.spent(door.box) < 2 * LESSON.limits.submission_seconds
