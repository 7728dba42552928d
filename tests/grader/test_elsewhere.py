"""`pytest --submission DIR` checks the files in DIR, wherever that is, with and without the equals sign."""

import os
import tomllib
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from tests.grader.conftest import ROOT
from tests.grader.handins import LESSON, lay
from tests.grader.student_runs import run

# Where the kit is installed its entry point does that already, and twice is once too often.
_KNOWN = {point.value for point in entry_points(group="pytest11")}
INSTALLED = () if "grader.elsewhere" in _KNOWN else ("-p", "grader.elsewhere")
SOLUTION = {name: (LESSON.solutions / name).read_bytes() for name in LESSON.files}
OTHER_KIT = b'[tool.pytest.ini_options]\naddopts = ["-p", "grader.checks"]\ntestpaths = ["tests"]\n'


@pytest.mark.parametrize("kind", ["absolute", "relative", "with settings of its own"])
def test_a_folder_outside_of_the_kit(tmp_path: Path, kind: str) -> None:
    """It holds files to check, no tests and no settings, whatever lies in it."""
    folder = lay(tmp_path / "ada", SOLUTION)
    if kind == "with settings of its own":
        lay(folder, {"pyproject.toml": OTHER_KIT, "tests/test_x.py": b"def test(): assert False\n"})
    name = os.path.relpath(folder, ROOT) if kind == "relative" else str(folder)
    done = run(*INSTALLED, "--submission", name, "--hint")
    assert done.exit_code == 0 and "Everything here is done" in done.out
    assert len(done.results) == 8


def test_a_folder_in_the_kit_is_as_it_was() -> None:
    """pytest is run once, and other options stay what they are."""
    done = run(*INSTALLED, "--submission", "solutions", "-k", "square", "tests/first_loop")
    assert done.exit_code == 0 and "square" in done.results


def test_outside_of_every_kit_there_is_nothing_to_check_with(tmp_path: Path) -> None:
    """The message says where to run it."""
    for given in (["--submission", str(tmp_path)], [f"--submission={tmp_path}"]):
        done = run(*INSTALLED, *given, cwd=tmp_path)
        assert done.exit_code == 4 and "run pytest in the folder of the kit" in done.out


def test_other_peoples_tests_are_left_alone(tmp_path: Path) -> None:
    """Where nobody asks for a submission, an installed kit changes nothing."""
    lay(tmp_path, {"test_x.py": b"def test(): pass\n"})
    done = run(*INSTALLED, cwd=tmp_path)
    assert done.exit_code == 0 and "1 passed" in done.out


def test_who_stands_one_folder_too_high_is_told_where_to_go() -> None:
    """A bare pytest there would collect all that lies below."""
    done = run(*INSTALLED, cwd=ROOT.parent)
    assert done.exit_code == 4 and f"type `cd {ROOT.name}`, then `pytest`" in done.out
    assert "collected" not in done.out


def test_another_copy_of_the_kit_is_found_as_well(tmp_path: Path) -> None:
    """Somebody has two, and has installed one of them."""
    lay(
        tmp_path / "course", {"exercises/README.md": b"", "grader/elsewhere.py": b"", "tests/test_x.py": b"x"}
    )
    done = run(*INSTALLED, cwd=tmp_path)
    assert done.exit_code == 4 and "type `cd course`, then `pytest`" in done.out


def test_who_stands_in_a_wrong_folder_is_told_where_the_kit_is(tmp_path: Path) -> None:
    """pytest finds nothing there and says no more than that; one line more is no harm to others."""
    done = run(*INSTALLED, cwd=tmp_path)
    assert done.exit_code == 5 and f'cd "{ROOT}"' in done.out
    lay(tmp_path, {"test_x.py": b"def test(): pass\n", "pytest.ini": b"[pytest]\n"})
    assert f'cd "{ROOT}"' not in run(*INSTALLED, "-k", "nothing", cwd=tmp_path).out


def test_an_installed_kit_brings_it() -> None:
    """pyproject.toml names it as a plugin of pytest."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert project["entry-points"]["pytest11"] == {"learning-loop": "grader.elsewhere"}
