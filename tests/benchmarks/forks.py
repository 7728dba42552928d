"""A warm pytest that forks for each submission: only what is imported is shared, and nothing is locked.

Runs as a process of its own, which has no threads: `python -m tests.benchmarks.forks`. One line of JSON on
its input, the arguments of pytest; one line on its output, how pytest ended.
"""

import json
import os
import subprocess
import sys
from typing import Any

from tests.benchmarks.subjects import ROOT


class Forks:
    """Use as a context manager. `pytest(…)` runs it in a fork and returns how it ended."""

    def __enter__(self) -> "Forks":
        command = [sys.executable, "-m", __name__]
        pipe: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        self._process = subprocess.Popen(command, cwd=ROOT, **pipe)
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def pytest(self, *arguments: str) -> int:
        requests, answers = self._process.stdin, self._process.stdout
        assert requests is not None and answers is not None
        requests.write(f"{json.dumps(arguments)}\n")
        requests.flush()
        return int(answers.readline())


def serve() -> None:
    """Fork for each line that comes."""
    pytest = _warm()
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            silence = os.open(os.devnull, os.O_WRONLY)
            os.dup2(silence, 1)
            os.dup2(silence, 2)
            os._exit(int(pytest.main(json.loads(line))))
        print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)


def _warm() -> Any:
    """pytest, with all that running a lesson's checks imports."""
    import hypothesis.strategies
    import pytest
    import pytest_timeout

    import grader.checks

    assert all((hypothesis.strategies, pytest_timeout, grader.checks))
    return pytest


if __name__ == "__main__":
    # `-m tests.benchmarks` has no part in it: a `Forks` starts this.
    serve()
