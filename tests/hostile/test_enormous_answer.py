"""An answer of ten megabytes, forged past the host, ends the run as `invalid` after the first of them.

Stopped by the cap of a line, which is looked at before anything is parsed.
"""

from tests.hostile.rig import FORGER, messages, points, statuses

ATTACK = (
    FORGER
    + """
_send(b"[" + b"1," * 5_000_000)
"""
)


def test_it_is_invalid(grade_impatiently):
    """failure_modes is invalid; what was graded before it stays."""
    found = grade_impatiently({"failure_modes.py": ATTACK}, "update", "failure_modes", submission_seconds=9.0)
    assert statuses(found, "failure_modes") == {"invalid"}
    assert "larger than 1024 KiB" in messages(found, "failure_modes")
    assert points(found)["update"] == 10
