"""A submission without files, with empty files or with folders' worth of nothing is graded, with 0 points.

Stopped by the door, which says what is missing; nothing is asked of a file that is not there.
"""

from dataclasses import replace

import pytest

from grader.doors.asking_ahead import AskingAhead
from grader.grading import grading
from tests.hostile.rig import LESSON, messages, points, submission


@pytest.mark.parametrize("content", [b"", b"\n", b"#", b"\xef\xbb\xbf"])
def test_empty_files(grade, content):
    """Every exercise has 0 points, and none is ungraded."""
    found = grade(dict.fromkeys(LESSON.files, content))
    assert set(points(found).values()) == {0}


def test_no_files(bench):
    """Every message says which file is missing."""
    nothing = replace(submission({}), files={})
    ledger = bench.run(AskingAhead(LESSON, nothing, confined=True))
    found = grading.graded(LESSON, nothing, ledger, confined=True)
    assert set(points(found).values()) == {0}
    assert "engine.py is missing" in messages(found, "square")
