"""A grade is a function of the files: not of neighbours, order, load, or what was graded before."""

import pytest

from tests import same_grade
from tests.grader.conftest import CONFINED

STEP = 24  # of everybody; `python -m tests.same_grade` takes them all


@pytest.mark.skipif(not CONFINED, reason="student code cannot be locked in here")
def test_the_same_submission_gets_the_same_grade(tmp_path):
    """Samples, corpus and attacks: graded together, shuffled on a busy machine, by one worker, and alone."""
    folder = same_grade.everybody(tmp_path / "class", STEP)
    kinds = {path.name.partition(" ")[0] for path in folder.iterdir()}
    assert kinds == {"sample", "corpus", "attack"} and len(list(folder.iterdir())) >= 25
    assert same_grade.compare(folder, tmp_path) == []
