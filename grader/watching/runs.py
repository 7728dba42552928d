"""One run of pytest, in a process of its own, so that nothing of a student's code outlives it.

Where the system has fork, the process is a copy of this one, which has everything loaded that a run needs and
nothing of the student's. Elsewhere it is a new Python, which takes a second longer.
"""

import os
import subprocess
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from typing import Protocol

import pytest

from grader.watching import screen

FORKS = hasattr(os, "fork")
_OURS = 3  # pytest's own code for an error inside
# What pytest loads was loaded before, with its asserts rewritten then.
_AGAIN = ("-W", "ignore::pytest.PytestAssertRewriteWarning")


class Run(Protocol):
    """A run that was begun."""

    def ended(self) -> int | None:
        """Its exit code; negative where a signal ended it; None while it goes on."""
        ...

    def kill(self) -> None:
        """End it, whatever it does."""
        ...


def begin(arguments: Sequence[str]) -> Run:
    """Start `pytest` with these arguments."""
    sys.stdout.flush()
    sys.stderr.flush()
    return Forked(arguments) if FORKS else Started(arguments)


class Forked:
    """A run in a copy of this process."""

    def __init__(self, arguments: Sequence[str]) -> None:
        self._code: int | None = None
        self._pid = os.fork()
        if self._pid == 0:
            _be_pytest(arguments)

    def ended(self) -> int | None:
        if self._code is None:
            pid, status = os.waitpid(self._pid, os.WNOHANG)
            self._code = os.waitstatus_to_exitcode(status) if pid else None
        return self._code

    def kill(self) -> None:
        if self._code is None:
            with suppress(ProcessLookupError):
                os.kill(self._pid, 9)
            self._code = os.waitstatus_to_exitcode(os.waitpid(self._pid, 0)[1])


def _be_pytest(arguments: Sequence[str]) -> None:
    """Run pytest and end the process. Nothing that the watching process has under way is finished here."""
    code = _OURS
    try:
        screen.usual_signals()
        code = int(pytest.main([*_AGAIN, *arguments]))
    except KeyboardInterrupt:
        pass
    except BaseException:
        traceback.print_exc()
    finally:
        with suppress(Exception):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)


class Started:
    """A run in a new Python."""

    def __init__(self, arguments: Sequence[str]) -> None:
        self._process = subprocess.Popen([sys.executable, "-m", "pytest", *arguments])

    def ended(self) -> int | None:
        return self._process.poll()

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()
