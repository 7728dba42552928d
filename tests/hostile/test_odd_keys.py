"""Dicts with odd, many or colliding keys cost their own check.

Stopped by the wire: at most 500 items, because keys can be chosen to collide. (40,000 colliding ones once
kept the grader busy for half a minute.)
"""

import pytest

from grader.box import wire
from tests.hostile.rig import points, statuses

DICTS = {
    "handles": "{object(): 1, print: 2}",
    "not a number": "{float('nan'): 'smooth', float('inf'): 'smooth'}",
    "tuples": "{(1, (2, (3,))): 'smooth'}",
    "many": "{k / 7: 'smooth' for k in range(100_000)}",
    "itself": "{}; BEHAVIOUR[0.05] = BEHAVIOUR",
    "equal ones": "{0.05: 'smooth', 0.05000000000000001: 'zigzag', 0.049999999999999996: 'stuck'}",
}


@pytest.mark.parametrize("name", DICTS)
def test_it_costs_its_own_checks(grade, name):
    """The five words are lost, or most of them; the gradient beside them is not."""
    code = f"BEHAVIOUR = {DICTS[name]}\nGRADIENT_AFTER_TWO_BACKWARDS = -48\n"
    found = grade({"failure_modes.py": code}, "update", "failure_modes")
    assert 2.5 <= points(found)["failure_modes"] <= 4
    assert statuses(found, "update") == {"passed"}


def test_colliding_keys_are_refused():
    """40,000 keys of one hash are refused before any dict is made of them."""
    pairs = [[k * (2**61 - 1), 0] for k in range(40_000)]
    with pytest.raises(wire.WireError):
        wire.decode(["d", *pairs], None)
