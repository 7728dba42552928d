"""What CI says in a student's repository, and when it is red."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.grader.handins import LESSON
from tests.grader.student_runs import ROOT

ARGUMENTS = ("tests/first_loop/test_update.py", "-p", "no:cacheprovider")


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "grader.feedback", *arguments, f"--submission={folder}", *ARGUMENTS]
    variables = {"PATH": "", "COLUMNS": "80", **environment}
    return subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, text=True, check=False)


def test_an_unfinished_push_is_green_and_told(tmp_path: Path):
    """The board is on the page of the run, and a note stands at the exercise."""
    page, points = tmp_path / "page.md", tmp_path / "points.json"
    done = run(
        LESSON.root / "exercises",
        f"--points={points}",
        GITHUB_ACTIONS="true",
        GITHUB_STEP_SUMMARY=str(page),
        GITHUB_WORKSPACE=str(ROOT),
    )
    assert done.returncode == 0
    assert "::notice file=exercises/first_loop/training.py" in done.stdout
    assert page.read_text().startswith("```text\n")
    assert "next: `update`" in page.read_text()
    assert json.loads(points.read_text()) == {"first_loop": [0.0, 95.0]}


@pytest.mark.parametrize(("percent", "code"), [("10", 0), ("11", 1)])
def test_a_threshold_that_is_asked_for_holds(percent: str, code: int):
    """Here 10 of 95 points are reached, which is a bit more than 10 percent."""
    assert run(LESSON.root / "solutions", "--pass-at", percent).returncode == code


def test_what_cannot_be_checked_is_red(tmp_path: Path):
    """No folder of that name: that is pytest's own error, and not a matter of points."""
    assert run(tmp_path / "nowhere").returncode > 1
