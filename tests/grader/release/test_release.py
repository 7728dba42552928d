"""A release of one lesson, for real: made, tried with the packages installed here, and put into its place."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from grader.errors import KitError
from grader.release import proof, release
from tests.grader.handins import LESSON, lay

CLASS = LESSON.root / "tests" / "sample_class"


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("release") / "course"
    done = release.release(LESSON.root, [LESSON.name], out, reuse=True)
    assert done.outcome.written > 50
    return out


def at_home(repository: Path, submission: Path) -> float:
    """The points that a student's own pytest gives in a released repository."""
    told = submission / "points.json"
    subprocess.run(
        [sys.executable, "-m", "grader.feedback", "--points", told, f"--submission={submission}"],
        cwd=repository,
        check=True,
        capture_output=True,
    )
    return float(json.loads(told.read_text())[LESSON.name][0])


# All needs are done, so nothing waits, and the points are those of grading.
@pytest.mark.parametrize(("student", "points"), [("katherine", 82), ("donald", 91)])
def test_points_at_home_are_those_of_grading(released: Path, tmp_path: Path, student: str, points: float):
    files = {path.name: path.read_bytes() for path in (CLASS / student).iterdir() if path.is_file()}
    assert at_home(released, lay(tmp_path / LESSON.name, files).parent) == points


def test_a_release_that_does_not_work_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Here a module is lacking that the checks import."""
    whole = release.contents

    def lacking(lessons):
        return {name: text for name, text in whole(lessons).items() if name != "tests/first_loop/graphs.py"}

    monkeypatch.setattr(release, "contents", lacking)
    with pytest.raises(KitError, match="the CI script of the release fails"):
        release.release(LESSON.root, [LESSON.name], tmp_path / "course", reuse=True)
    assert not [*tmp_path.iterdir()]


def test_a_leak_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    whole = release.contents
    line = b"w.data -= lr * w.grad\n"
    monkeypatch.setattr(release, "contents", lambda lessons: {**whole(lessons), "tests/a.py": line})
    monkeypatch.setattr(proof, "prove", None)
    with pytest.raises(KitError, match=r"tests/a\.py:1 is a line of a solution"):
        release.release(LESSON.root, [LESSON.name], tmp_path / "course", reuse=True)
    assert not [*tmp_path.iterdir()]
