"""A class goes in as a system's download, and comes back as its sheet and a zip: a small one, of each system.

`python -m tests.grader.round_trips 300` does the same with three hundred who are graded for real.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from grader import cli
from grader.grading import job
from grader.model import Grade, Lesson, Submission
from tests.grader.batches import LESSON, Inline
from tests.grader.round_trips import SYSTEMS, a_class, trip
from tests.grader.sample_grades import half_done


def by_content(lesson: Lesson, submission: Submission, *, confined: bool) -> Grade:
    """In place of `session.grade`: as many points as the submission says, so that nobody has another's."""
    points = float(submission.files["engine.py"].decode().split()[1])
    told = {"student": submission.student, "arrival": submission.arrival, "remarks": submission.remarks}
    return replace(half_done(), points=points, exercises=_of(points), **told)


def _of(points: float) -> tuple[object, ...]:
    first, *others = half_done().exercises
    return (replace(first, points=points), *(replace(other, points=0.0) for other in others))


@pytest.mark.parametrize("system", SYSTEMS)
def test_a_class_goes_in_and_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    """Each has their own points in their own row and their own report, and no other cell has changed."""
    monkeypatch.setattr(job.session, "grade", by_content)
    monkeypatch.setattr(cli.pools.workers, "pool", lambda count: Inline())
    files = dict.fromkeys(LESSON.files, b"# to do\n")
    found = a_class(6, lambda number: {**files, "engine.py": f"# {number % 90}.25\n".encode()})
    done = trip(SYSTEMS[system], found, tmp_path)
    assert (done.graded, done.filled, done.returned, done.unmatched) == (6, 5, 6, 0)
