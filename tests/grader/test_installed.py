"""A pytest that lacks what the checks need says what to type, and not where in our code it stopped."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from grader import installed
from tests.grader.conftest import ROOT

WITHOUT = "import pytest, sys; sys.modules[{!r}] = None; sys.exit(pytest.main())"


def test_a_python_without_the_packages_says_so() -> None:
    """As in a new terminal, where the environment is not active yet."""
    for name in ("hypothesis", "pytest_timeout"):
        done = subprocess.run(
            [sys.executable, "-B", "-c", WITHOUT.format(name)],
            cwd=ROOT,
            env={**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 4 and not done.stdout
        assert done.stderr.startswith(f"ERROR: this Python has no {name.replace('_', '-')}, which the checks")
        assert "Traceback" not in done.stderr


def test_who_has_set_up_is_told_how_to_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has not is sent to the page that says how."""
    assert "exercises/README.md" in installed.advice(["hypothesis"], tmp_path)
    (tmp_path / ".venv").mkdir()
    said = installed.advice(["hypothesis", "pytest_timeout"], tmp_path)
    assert said.startswith("this Python has no hypothesis and no pytest-timeout, which the checks need.\n")
    assert said.splitlines()[2:] == [f"    cd {tmp_path}", f"    {installed._ACTIVATE}"]
    monkeypatch.setattr(sys, "prefix", str(tmp_path / ".venv"))
    assert installed.advice(["hypothesis"], tmp_path).splitlines()[-1] == "    pip install -e ."


def test_here_nothing_is_lacking() -> None:
    assert installed.lacking() == []
