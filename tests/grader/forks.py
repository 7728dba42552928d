"""Programs that start as copies of one process which has loaded their modules: a start costs next to nothing.

What it costs to load `grader`, or Dask, would else be paid by each that a test starts in order to kill it.
From its fork on, such a program is a process of its own, in a session of its own, and ends as Python ends.
Who only waits for what a copy prints takes `tests.grader.copies`.
"""

import atexit
import gc
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

from tests.grader.copies import settle

_ROOT = Path(__file__).parents[2]


class Forked:
    """One such program, for those who know `subprocess.Popen`. What it prints is in the file `out`."""

    def __init__(self, server: "Server", pid: int, out: Path) -> None:
        self.pid, self.returncode = pid, None
        self._server, self._out = server, out

    def poll(self) -> int | None:
        if self.returncode is None:
            self.returncode = self._server.ask(wait=self.pid)
        return self.returncode

    def wait(self, timeout: float) -> int:
        end = time.monotonic() + timeout
        while self.poll() is None:
            if time.monotonic() > end:
                raise subprocess.TimeoutExpired("a forked program", timeout)
            time.sleep(0.01)
        assert self.returncode is not None
        return self.returncode

    def terminate(self) -> None:
        if self.poll() is None:
            os.kill(self.pid, 15)

    def communicate(self, timeout: float) -> tuple[str, None]:
        self.wait(timeout)
        return self._out.read_text(encoding="utf-8", errors="replace"), None


class Server:
    """The process that has loaded `modules`."""

    def __init__(self, *modules: str) -> None:
        command = [sys.executable, "-m", __name__, *modules]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, cwd=_ROOT, stdin=pipe, stdout=pipe, text=True)
        atexit.register(self._process.communicate)  # nothing more is asked, and so it ends

    def start(self, name: str, arguments: Sequence[str], out: Path, cwd: Path = _ROOT) -> Forked:
        """A copy that calls the function `name` ("package.module:main") as a program with these arguments."""
        how = {"arguments": [*arguments], "environment": {**os.environ}, "cwd": str(cwd), "out": str(out)}
        pid = self.ask(start=name, **how)
        assert pid is not None
        return Forked(self, pid, out)

    def ask(self, **question: Any) -> int | None:
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        answer: int | None = json.loads(self._process.stdout.readline())
        return answer


@cache
def server(*modules: str) -> Server:
    """The one of this test process."""
    return Server(*modules)


# --- in that process -----------------------------------------------------------------------------


def _serve() -> None:
    for name in sys.argv[1:]:
        import_module(name)
    assert threading.active_count() == 1, "a copy could find locks of other threads locked"
    gc.freeze()  # no copy looks through all this for garbage
    for line in sys.stdin:
        question = json.loads(line)
        if "wait" in question:
            pid, status = os.waitpid(question["wait"], os.WNOHANG)
            answer = os.waitstatus_to_exitcode(status) if pid else None
        elif not (answer := os.fork()):
            _become(**question)
            return
        print(json.dumps(answer), flush=True)


def _become(start: str, arguments: Sequence[str], environment: Mapping[str, str], cwd: str, out: str) -> None:
    os.setsid()
    settle(environment, cwd, out)
    sys.argv = [start, *arguments]
    resolve_name(start)()


if __name__ == "__main__":
    _serve()
