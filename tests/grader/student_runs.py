"""A student's own `pytest`, for real: what it prints, how it ends, and what it found.

`run` starts it in a process of its own, with this module as one of its plugins: it writes down the ledgers.
"""

import atexit
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from grader.checking.student_run import StudentRun
from grader.lesson import catalog

ROOT = catalog.find_root(Path(__file__))
_LEDGERS = "LEARNING_LOOP_LEDGERS"
_HYPOTHESIS = "HYPOTHESIS_STORAGE_DIRECTORY"  # else it is where pytest was started
# Empty: without byte code on disk, pytest would rewrite the asserts of hypothesis in every run.
_ENVIRONMENT = {"COLUMNS": "80", "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": ""}


PLAIN = ("-p", "no:xdist", "-p", "no:anyio")  # a student has no more than the kit needs
PATIENCE = 120  # seconds

Start = Callable[[Sequence[str], Mapping[str, str], Path], tuple[int, str]]  # arguments, environment, cwd


@dataclass(frozen=True)
class Run:
    """One run of pytest. `results` maps exercise and check to the fields of its CheckResult."""

    exit_code: int
    out: str
    results: Mapping[str, Mapping[str, Mapping[str, Any]]]
    diagnoses: Mapping[str, Mapping[str, Any]]


def run(*arguments: str, folder: Path | None = None, cwd: Path = ROOT, start: Start | None = None) -> Run:
    """`pytest` with `arguments`, on the files in `folder`; by default on the stubs.

    Of earlier runs it knows nothing but the examples that they have drawn, as from the second on at home.
    """
    submission = [f"--submission={folder}"] if folder else []
    with tempfile.TemporaryDirectory() as private:
        Path(private, "d").mkdir()  # where pytest's cache has folders of plugins
        Path(private, "d", "learning-loop").symlink_to(_drawn())
        ledgers = Path(private, "ledgers.json")
        options = ["-p", __name__, "-o", f"cache_dir={private}", *PLAIN]
        told = {**environment(Path(private)), _LEDGERS: str(ledgers)}
        code, out = (start or _anew)([*options, *submission, *arguments], told, cwd)
        found = json.loads(ledgers.read_text()) if ledgers.exists() else {}
    return Run(code, out, found.get("results", {}), found.get("diagnoses", {}))


@cache
def _drawn() -> Path:
    """The folder of the examples that runs of this process have drawn."""
    folder = tempfile.mkdtemp(prefix="learning-loop-examples-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


def environment(private: Path) -> Mapping[str, str]:
    """What a student's pytest finds; what it keeps goes into the folder `private`."""
    return {**os.environ, **_ENVIRONMENT, _HYPOTHESIS: str(private)}


def _anew(arguments: Sequence[str], environment: Mapping[str, str], cwd: Path) -> tuple[int, str]:
    """The exit code and the output of `pytest` in a new Python."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *arguments],
        cwd=cwd,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
        timeout=PATIENCE,
    )
    return done.returncode, done.stdout


def pytest_unconfigure(config: pytest.Config) -> None:
    """Write down what the lesson's ledger holds."""
    run = next((p for p in config.pluginmanager.get_plugins() if isinstance(p, StudentRun)), None)
    path = os.environ.get(_LEDGERS)
    if path is None or run is None:
        return
    for ledger in run.ledgers.values():
        results = {e: {name: asdict(r) for name, r in found.items()} for e, found in ledger.results.items()}
        diagnoses = {e: asdict(diagnosis) for e, diagnosis in ledger.diagnoses.items()}
        Path(path).write_text(json.dumps({"results": results, "diagnoses": diagnoses}))
