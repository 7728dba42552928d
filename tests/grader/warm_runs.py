"""Many a student's `pytest`, each in a copy of one process that has loaded pytest and nothing of theirs.

`pytest --watch` starts its runs in the same way. It costs a third of what a new Python does
(`tests.grader.student_runs`), which is for what depends on how or where pytest is started.
"""

import os
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.grader import student_runs
from tests.grader.copies import Copies, serve
from tests.grader.student_runs import ROOT, Run

_ASKED = "LEARNING_LOOP_WARM"
# Nothing of a lesson, and nothing that stands between us and our own input and output.
_OPTIONS = ("--noconftest", "-s", "-p", "no:cacheprovider", "-p", "no:faulthandler", "-p", __name__)
# What pytest loads was loaded before, with its asserts rewritten then.
_AGAIN = ("-W", "ignore::pytest.PytestAssertRewriteWarning")


class Warm:
    """The process, as long as a `with` lasts; `run` takes what `student_runs.run` takes, but for `cwd`."""

    def __enter__(self) -> "Warm":
        self._until = ExitStack()
        private = Path(self._until.enter_context(tempfile.TemporaryDirectory()))
        environment = {**student_runs.environment(private), _ASKED: "yes"}
        command = [sys.executable, "-m", "pytest", *_OPTIONS, *student_runs.PLAIN]
        self._copies = self._until.enter_context(Copies(command, environment, ROOT))
        return self

    def __exit__(self, *_: object) -> None:
        self._until.close()

    def run(self, *arguments: str, folder: Path | None = None) -> Run:
        return student_runs.run(*arguments, folder=folder, start=self._copies.run)


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main() -> int | None:
    """In that process: instead of tests, run what is asked for."""
    if os.environ.pop(_ASKED, None) is None:
        return None  # this is a copy
    serve(_pytest)
    return 0


def _pytest(arguments: Sequence[str]) -> int:
    return int(pytest.main([*_AGAIN, *arguments]))
