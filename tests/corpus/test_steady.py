"""The same wrong `backward` gets the same grade each time; `python -m tests.corpus.steady` tries them all."""

import pytest

from tests.corpus import steady
from tests.corpus.steady import Outcome, Work
from tests.grader.conftest import CONFINED

CHOSEN = {  # a walk that goes by the order of the children, and one that goes by an order of its own
    "corpus backward_stack": ("tuple", "set"),
    "corpus backward_walks_over_visited": ("tuple",),
}


@pytest.mark.skipif(not CONFINED, reason="student code cannot be locked in here")
def test_wrong_backward_gets_the_same_grade_each_time(tmp_path):
    """Two runs in new processes write the same bytes, and what keeps the children changes no name."""
    works = [w for w in steady.works() if w.name in CHOSEN]
    chosen = [Work(w.name, {kind: w.kept[kind] for kind in CHOSEN[w.name]}) for w in works]
    found = steady.outcomes(chosen, 2, tmp_path)
    assert len(found) == 3 and steady.problems(found) == []


def test_other_bytes_and_other_names_are_told():
    """What differs between runs is told, and so is a name that differs from the one with tuples."""
    steadily, otherwise = Outcome(1, 12.0, "a"), Outcome(2, 12.0, "a")
    found = {("x", "tuple"): steadily, ("x", "list"): otherwise, ("x", "set"): Outcome(1, 12.0, "none")}
    assert steady.problems(found) == [
        "x in a list: 2 different grades",
        "x in a set: named none, in a tuple a",
    ]
