"""The command says what it needs, instead of a traceback."""

import subprocess
import sys

from tests.grader.conftest import ROOT

WITHOUT = "import sys; sys.modules['click'] = None; from grader.command import main; main()"


def test_missing_package_is_named_with_the_way_to_get_it():
    """A student who types `grader` learns that `pytest` will do."""
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1 and done.stderr.splitlines() == [
        "Error: grading needs the package click, which is not installed",
        "Hint: pip install -e '.[grader]'; to check your own work, `pytest` is all you need",
    ]


def test_commands_run():
    """With everything there, it is the command line."""
    command = [sys.executable, "-c", "from grader.command import main; main()", "--help"]
    assert "Grade" in subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_a_command_starts_without_what_only_checks_need():
    """Whoever hands out jobs, or looks at reports, does not wait for pytest and hypothesis to be loaded."""
    code = "import sys, grader.cli; print({'pytest', 'hypothesis'} & {*sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
