"""Many a student's `pytest`, each in a copy of one process that has loaded pytest and nothing of theirs.

`pytest --watch` starts its runs in the same way. It costs half of what a new Python does
(`tests.grader.student_runs`), which is for what depends on how or where pytest is started.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.grader import student_runs
from tests.grader.student_runs import ROOT, Run

_ASKED = "LEARNING_LOOP_WARM"
# Nothing of a lesson, and nothing that stands between us and our own input and output.
_OPTIONS = ("--noconftest", "-s", "-p", "no:cacheprovider", "-p", "no:faulthandler", "-p", __name__)
# What pytest loads was loaded before, with its asserts rewritten then.
_AGAIN = ("-W", "ignore::pytest.PytestAssertRewriteWarning")


class Warm:
    """The process, as long as a `with` lasts; `run` takes what `student_runs.run` takes, but for `cwd`."""

    def __enter__(self) -> "Warm":
        self._private = tempfile.TemporaryDirectory()
        environment = student_runs.environment(Path(self._private.name))
        self._process = subprocess.Popen(
            [sys.executable, "-m", "pytest", *_OPTIONS, *student_runs.PLAIN],
            cwd=ROOT,
            env={**environment, _ASKED: "yes"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()  # nothing more is asked, and so it ends
        self._private.cleanup()

    def run(self, *arguments: str, folder: Path | None = None) -> Run:
        return student_runs.run(*arguments, folder=folder, start=self._start)

    def _start(self, arguments: Sequence[str], environment: Mapping[str, str], cwd: Path) -> tuple[int, str]:
        out = Path(self._private.name, "out")
        request = {
            "arguments": [*arguments],
            "environment": {**environment},
            "cwd": str(cwd),
            "out": str(out),
        }
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline()), out.read_text(encoding="utf-8")


# --- in that process -----------------------------------------------------------------------------


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main() -> int | None:
    """Instead of tests, run what is asked for, until nobody asks any more."""
    if os.environ.pop(_ASKED, None) is None:
        return None  # this is a copy
    for line in sys.stdin:
        print(_copy(**json.loads(line)), flush=True)
    return 0


def _copy(**request: Any) -> int:
    """The exit code of a copy of this process that becomes pytest."""
    pid = os.fork()
    if pid == 0:
        _be_pytest(**request)
    end = time.monotonic() + student_runs.PATIENCE
    while not (ended := os.waitpid(pid, os.WNOHANG))[0]:
        if time.monotonic() > end:
            os.kill(pid, 9)
        time.sleep(0.005)
    return os.waitstatus_to_exitcode(ended[1])


def _be_pytest(arguments: Sequence[str], environment: Mapping[str, str], cwd: str, out: str) -> None:
    code = 3  # pytest's own for an error inside
    try:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 1)
        os.dup2(1, 2)
        os.environ.clear()
        os.environ.update(environment)
        os.chdir(cwd)
        code = int(pytest.main([*_AGAIN, *arguments]))
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
