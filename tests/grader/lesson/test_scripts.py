"""What students run with `python`: each script ends well on any console, filled in or not."""

import os
import subprocess
import sys

import pytest

from tests.grader.conftest import ROOT

SCRIPTS = (
    "first_loop/training.py",
    "two_parameters/regression.py",
    "gradient_check/suspects.py",
    "gradient_check/step_size.py",
    "absolute_loss/losses.py",
)


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("tree", ["exercises", "solutions"])
def test_a_console_without_our_signs_shows_every_script(tree, script):
    """Nothing red: what is still to do is said, and no sign is one that an older console lacks."""
    done = subprocess.run(
        [sys.executable, "-B", ROOT / tree / script],
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert not done.stderr
    assert ("Not yet: " in done.stdout) is (tree == "exercises")
    assert all(len(line) <= 80 for line in done.stdout.splitlines() if tree == "solutions")


def test_the_page_for_students_names_every_script():
    said = (ROOT / "exercises" / "README.md").read_text(encoding="utf-8")
    assert all(f"python exercises/{script}" in said for script in SCRIPTS)
