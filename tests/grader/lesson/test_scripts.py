"""What students run with `python`: each script ends well on any console, filled in or not."""

import os
import shutil
import subprocess
import sys
from functools import partial

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


NEEDS = {
    "first_loop/training.py": "engine",
    "two_parameters/regression.py": "engine",
    "gradient_check/suspects.py": "checker",
    "gradient_check/step_size.py": "slopes",
    "absolute_loss/losses.py": "engine",
}


@pytest.mark.parametrize("script", SCRIPTS)
def test_what_a_script_needs_is_told_in_plain_words(script, tmp_path):
    """Another file that is missing, broken, renamed inside or stopped: a sentence, and no traceback."""
    lesson, _, name = script.partition("/")
    need = f"{NEEDS[script]}.py"
    shutil.copytree(ROOT / "solutions" / lesson, tmp_path, dirs_exist_ok=True)
    shutil.copy(ROOT / "exercises" / lesson / "lesson.toml", tmp_path)
    said = partial(_told, tmp_path / name)
    whole = (tmp_path / need).read_text(encoding="utf-8")
    for text, words in (
        (f"{whole}\nx = = 3\n", f"{need} has a syntax error in line"),
        (f"{whole}\nx = = 3\n", "\n    x = = 3\n        ^\n"),
        ("x = 1\n", f"{need} has no `"),
        ("x = 1\nx = nothing\n", f"{need} stopped in line 2 while {name} read it: NameError"),
    ):
        (tmp_path / need).write_text(text, encoding="utf-8")
        assert words in said()
    (tmp_path / need).unlink()
    assert (
        said()
        == f"{need} is not in this folder, and {name} needs it. Put it beside {name}, under this name.\n"
    )


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_alone_in_a_folder_says_what_it_needs(script, tmp_path):
    """What would say it in plain words is not there, either."""
    shutil.copy(ROOT / "solutions" / script, tmp_path)
    said = _told(tmp_path / script.partition("/")[2])
    assert said.endswith(" needs plainly.py and the rest of its lesson beside it.\n")
    assert said.count("\n") == 1


def test_an_error_of_one_s_own_is_python_s_to_tell(tmp_path):
    """With all its lines: they lead to the mistake. So is a package that no lesson knows."""
    shutil.copytree(ROOT / "solutions" / "first_loop", tmp_path, dirs_exist_ok=True)
    whole = (tmp_path / "training.py").read_text(encoding="utf-8")
    for text, words in (
        (whole.replace("w.data -= lr * w.grad", "w.data -= lr * w.slope"), "no attribute 'slope'"),
        (f"{whole}\nimport numpie\n", "No module named 'numpie'"),
    ):
        (tmp_path / "training.py").write_text(text, encoding="utf-8")
        said = _told(tmp_path / "training.py")
        assert "Traceback" in said and words in said


def _told(script):
    done = subprocess.run(
        [sys.executable, "-B", script, "--still"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    return done.stderr


def test_one_file_tells_in_all_lessons():
    """`plainly.py` is one file, which stands in the folder of each lesson."""
    copies = {path.read_bytes() for path in ROOT.glob("solutions/*/plainly.py")}
    assert len(copies) == 1


def test_the_page_for_students_names_every_script():
    said = (ROOT / "exercises" / "README.md").read_text(encoding="utf-8")
    assert all(f"python exercises/{script}" in said for script in SCRIPTS)
