"""What other systems take: the right files, and nothing that is for markers alone."""

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from grader.errors import UsageError
from grader.release import rehearsal, release, systems
from tests.grader.handins import LESSON, lay


def test_gradescopes_zip_has_its_scripts_at_its_root():
    """Paths as Gradescope documents them; scripts can be run, and are shell."""
    packed = systems.zipped(systems.gradescope(LESSON))
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        names = set(archive.namelist())
        assert {"setup.sh", "run_autograder", "kit/pyproject.toml", "kit/grader/ci.py"} <= names
        assert "kit/solutions/first_loop/engine.py" in names
        assert not [name for name in names if "rubrics" in name or "corpus" in name or "hostile" in name]
        for script in ("setup.sh", "run_autograder"):
            assert archive.getinfo(script).external_attr >> 16 == 0o755
            subprocess.run(["bash", "-n"], input=archive.read(script), check=True)
    assert systems.zipped(systems.gradescope(LESSON)) == packed


def test_classroom50s_bundle_holds_no_solution():
    """Anybody can read it; the kit lies beside it."""
    files = systems.classroom50(LESSON)
    assert [name for name in files if name.startswith("autograders/")] == [
        "autograders/first_loop/autograder.py"
    ]
    assert "kit/solutions/first_loop/engine.py" in files


def test_classroom50s_autograder_fails_loudly_without_its_kit(tmp_path: Path):
    """No kit is a fault of the set-up, and no zero."""
    lay(tmp_path, systems.classroom50(LESSON))
    script = tmp_path / "autograders" / "first_loop" / "autograder.py"
    done = subprocess.run(
        [sys.executable, script], cwd=script.parent, env={}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "LEARNING_LOOP_KIT" in done.stderr
    assert not (script.parent / "result.json").exists()


def test_a_zip_is_written_over_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(release._AUTOGRADERS, "gradescope", (systems.gradescope, lambda files, lesson: []))
    out = tmp_path / "autograder.zip"
    release.autograder(LESSON.root, "gradescope", LESSON.name, out, print)
    with pytest.raises(UsageError, match="should be a new file"):
        release.autograder(LESSON.root, "gradescope", LESSON.name, out, print)


def test_an_autograder_that_gives_other_points_is_noticed(tmp_path: Path):
    """Here it says 7, whatever it is given."""
    says = json.dumps({"score": 7}).encode()
    script = b'#!/bin/sh\ncp "$AUTOGRADER/source/kit/says.json" "$AUTOGRADER/results/results.json"\n'
    with pytest.raises(Exception, match="exercises got 7 points, not 0"):
        rehearsal.gradescope({"run_autograder": script, "kit/says.json": says}, LESSON)
