"""Answers that are sent before they were asked for end the run as `invalid`.

Stopped by ids: each question has one that cannot be guessed.
"""

from tests.hostile.rig import FORGER, WRONG, points, statuses

ATTACK = (
    FORGER
    + """
for _ in range(50):
    _send(_json.dumps(["0" * 16, "ok", 6.0]).encode() + b"\\n")
"""
)


def test_it_is_found_out(grade):
    """Everything from there on is invalid, and nothing is earned by it."""
    found = grade({"engine.py": WRONG + ATTACK}, "square", "train")
    assert statuses(found, "square") == {"invalid"}
    assert points(found)["square"] == points(found)["train"] == 0
