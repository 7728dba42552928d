"""A line full of quotes that never close is found out in the time that it takes to read it.

Stopped by `wire.parse_line`, which looks for the end of a text once. (It once took the square of the length:
the grader itself hung, where no limit of the box reaches.)
"""

import pytest

from grader.box import wire
from tests.hostile.rig import FORGER, points, statuses

LINES = {
    "open": '"[" * 50 + "\\"" + "\\\\\\"" * 200_000',
    "pairs": '"[" * 50 + "\\"a\\\\\\"b\\"" * 100_000',
    "backslashes": '"[" * 50 + "\\\\" * 900_000',
    "brackets": '"[" * 400_000 + "]" * 400_000',
}


@pytest.mark.parametrize("line", LINES)
def test_it_is_invalid(grade_impatiently, line):
    """The run ends as invalid there, and what was graded before stays."""
    attack = FORGER + f"_send(({LINES[line]} + '\\n').encode())\n"
    found = grade_impatiently({"failure_modes.py": attack}, "update", "failure_modes", submission_seconds=9.0)
    assert statuses(found, "failure_modes") == {"invalid"}
    assert points(found)["update"] == 10


def test_it_is_not_parsed():
    """Such a line is no frame."""
    with pytest.raises(wire.WireError):
        wire.parse_line(b"[" * 50 + b'"' + b'\\"' * 200_000)
