"""Asking for more memory than a submission may have is an exception in its own code, and no one else's.

Stopped by the kernel's limit of address space; it cannot be raised again.
"""

import pytest

from tests.hostile.rig import ENGINE, messages, points, statuses, swapped

WAYS = {
    "one block": "bytearray(2 << 30)",
    "zeros": "[0] * (1 << 30)",
    "a text": "'x' * (2 << 30)",
    "many blocks": "[bytes(64 << 20) for _ in range(64)]",
    "a mapping": "__import__('mmap').mmap(-1, 2 << 30, 34)",
    "a number": "1 << (1 << 34)",
}


@pytest.mark.parametrize("name", WAYS)
def test_it_costs_its_own_checks(grade_impatiently, name):
    """`square` fails for want of memory, and says so; `backward` has all its points."""
    attack = swapped(ENGINE, "out = Value(self.data**2", f"{WAYS[name]}\n        out = Value(1")
    found = grade_impatiently(
        {"engine.py": attack}, "square", "backward", check_seconds=2.0, submission_seconds=9.0
    )
    assert statuses(found, "square") == {"failed"}
    assert "memory" in messages(found, "square")
    assert points(found)["backward"] == 20
