"""Source files in odd encodings, nested without end or no Python at all cost their own exercises.

Stopped by parsing student text in the box only; the trusted side passes bytes on.
"""

import pytest

from tests.hostile.rig import BY_HAND, messages, points, statuses

SOURCES = {
    "UTF-16": BY_HAND.encode("utf-16"),
    "latin-1": "Y_HAT = 'größer'\n".encode("latin-1"),
    "NUL": b"Y_HAT = 1\x00\n",
    "random": bytes(range(256)) * 10,
    "brackets": b"(" * 100_000,
    "minus": b"Y_HAT = " + b"-" * 100_000 + b"1\n",
    "indents": b"".join(b" " * k + b"if 1:\n" for k in range(200)),
    "attributes": b"x" + b".a" * 100_000,
    "unknown encoding": b"# coding: klingon\n",
    "rotten encoding": b"# coding: rot13\n",
    "notebook": b'{"cells": []}',
    "only tabs": b"if 1:\n\tx = 1\n        y = 2\n",
}


@pytest.mark.parametrize("name", SOURCES)
def test_it_costs_its_own_exercise(grade_impatiently, name):
    """by_hand.py has 0 points and a message that says why; `update` has all of its points."""
    found = grade_impatiently({"by_hand.py": SOURCES[name]}, "by_hand", "update", check_seconds=1.0)
    assert statuses(found, "by_hand") <= {"failed", "crashed", "timed_out"}
    assert "by_hand" in messages(found, "by_hand")
    assert points(found)["by_hand"] == 0
    assert points(found)["update"] == 10


def test_a_byte_order_mark_is_no_mistake(grade, honest):
    """What Windows editors put before UTF-8 costs nothing."""
    found = grade({"by_hand.py": b"\xef\xbb\xbf" + BY_HAND.encode()}, "by_hand")
    assert points(found)["by_hand"] == honest["by_hand"]
