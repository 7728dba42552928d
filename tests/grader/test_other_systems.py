"""What a student runs works on other systems than this one, as far as that can be tried here.

CI runs a student's own pytest on Windows and macOS.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from grader.telling.page import _PLAIN
from tests.grader.conftest import ROOT

# Python on Windows has none of these. Modules of others, which look at the system's name, are there before.
ON_WINDOWS = """
import sys, types
import hypothesis, pytest, pytest_timeout, subprocess

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name in ("fcntl", "resource", "termios", "pwd", "grp", "pty", "tty", "readline"):
            raise ModuleNotFoundError(name)

for name in ("fcntl", "resource", "termios", "pwd", "grp", "pty", "tty", "readline"):
    sys.modules.pop(name, None)
sys.meta_path.insert(0, Absent())
sys.platform = "win32"
sys.modules["msvcrt"] = types.ModuleType("msvcrt")
import grader.checks
print("loaded")
"""


def python(*arguments):
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return done.stdout + done.stderr


def test_a_students_pytest_needs_no_module_that_only_unix_has():
    assert python("-c", ON_WINDOWS).split() == ["loaded"]


def test_no_file_is_read_in_the_encoding_of_the_system():
    """On Windows that is not UTF-8."""
    strict = "-X", "warn_default_encoding", "-W", "error::EncodingWarning"
    said = python(*strict, "-m", "pytest", "tests/first_loop", "-p", "no:cacheprovider")
    assert "next: `by_hand`" in said


def test_what_ci_asks_on_other_systems_is_so_here():
    """The script that CI runs there; it needs no more than a student has."""
    assert python("-m", "tests.student_door", "-p", "tests.grader.no_timer").splitlines()[-1] == "all is well"


def shown():
    """The files whose texts a student reads on the board."""
    for lesson in sorted(path.parent.name for path in ROOT.glob("exercises/*/lesson.toml")):
        yield ROOT / "exercises" / lesson / "lesson.toml"
        yield from sorted((ROOT / "tests" / lesson).glob("test_*.py"))
        yield from sorted((ROOT / "tests" / lesson / "misconceptions").glob("*.toml"))
    yield from sorted((ROOT / "tests" / "lessons").glob("*.py"))


@pytest.mark.parametrize("file", [*shown()], ids=lambda file: str(file.relative_to(ROOT)))
def test_a_console_that_knows_few_letters_shows_all_texts(file: Path):
    """One of western Europe; what it lacks has a plain form."""
    plain = file.read_text(encoding="utf-8").translate(_PLAIN)
    assert plain.encode("cp1252", "ignore").decode("cp1252") == plain
