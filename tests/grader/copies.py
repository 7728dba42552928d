"""Copies of a process that has loaded what takes long to load; each becomes what it is asked to be.

Both ends are here. `Copies` asks, in the test's process; `serve` answers, in the one that is copied.
"""

import gc
import json
import os
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

PATIENCE = 120  # seconds


class Copies:
    """`command` started, as long as a `with` lasts. It loads what it needs, and then calls `serve`."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], cwd: Path) -> None:
        self._started = {"args": [*command], "env": {**environment}, "cwd": cwd}

    def __enter__(self) -> "Copies":
        self._private = tempfile.TemporaryDirectory()
        pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "encoding": "utf-8"}
        self._process = subprocess.Popen(**self._started, **pipes)
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()  # nothing more is asked, and so it ends
        self._private.cleanup()

    def run(self, arguments: Sequence[str], environment: Mapping[str, str], cwd: Path) -> tuple[int, str]:
        """The exit code of one copy, and all that it printed."""
        out = Path(self._private.name, "out")
        asked = {"arguments": [*arguments], "environment": {**environment}, "cwd": str(cwd), "out": str(out)}
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline()), out.read_text(encoding="utf-8")


# --- in that process -----------------------------------------------------------------------------


def settle(environment: Mapping[str, str], cwd: str, out: str) -> None:
    """Give a copy a folder and an environment of its own, nothing to read, and a file for what it prints."""
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND, 0o600), 1)
    os.dup2(1, 2)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(cwd)


def serve(become: Callable[[Sequence[str]], int]) -> None:
    """Let a copy of this process `become` what is asked for, until nobody asks any more."""
    gc.freeze()  # no copy looks through all this for garbage
    for line in sys.stdin:
        print(_copy(become, **json.loads(line)), flush=True)


def _copy(become: Callable[[Sequence[str]], int], **asked: Any) -> int:
    pid = os.fork()
    if pid == 0:
        _be(become, **asked)
    end = time.monotonic() + PATIENCE
    while not (ended := os.waitpid(pid, os.WNOHANG))[0]:
        if time.monotonic() > end:
            os.kill(pid, 9)
        time.sleep(0.005)
    return os.waitstatus_to_exitcode(ended[1])


def _be(
    become: Callable[[Sequence[str]], int],
    arguments: Sequence[str],
    environment: Mapping[str, str],
    cwd: str,
    out: str,
) -> None:
    code = 3  # as pytest has it, for an error inside
    try:
        settle(environment, cwd, out)
        code = become(arguments)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
