"""Ends a check that does not end, in a student's own pytest, and says where it was."""

import signal
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from grader.host import Modules
from grader.student import Place, Stopped

SECONDS = 3.0  # wall-clock; a check takes a few hundredths of one
SECONDS_ONCE_HUNG = 0.5  # whoever hangs once often hangs in every check


class Deadline:
    """Sets pytest-timeout's timer for checks, so that `--timeout` and debuggers work as ever."""

    def __init__(self) -> None:
        self.limited: set[pytest.Item] = set()
        self.hung = False

    def limit(self, item: pytest.Item) -> None:
        """Give a check its deadline, unless the command line or the check itself sets one."""
        if item.config.getoption("timeout", None) is None and item.get_closest_marker("timeout") is None:
            item.add_marker(pytest.mark.timeout(SECONDS))
            self.limited.add(item)

    @pytest.hookimpl(tryfirst=True, optionalhook=True)
    def pytest_timeout_set_timer(self, item: pytest.Item, settings: Any) -> bool | None:
        if item not in self.limited or settings.method != "signal":
            return None
        seconds = SECONDS_ONCE_HUNG if self.hung else SECONDS
        previous = signal.signal(signal.SIGALRM, lambda _, frame: self._ring(seconds, frame))
        signal.setitimer(signal.ITIMER_REAL, seconds, SECONDS_ONCE_HUNG)

        def cancel() -> None:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, previous)

        item.cancel_timeout = cancel  # type: ignore[attr-defined]  # where pytest-timeout looks for it
        return True

    def _ring(self, seconds: float, frame: FrameType | None) -> None:
        """Raise `Stopped` past hypothesis, which would take a plain failure for one more example to try."""
        import pytest_timeout

        if pytest_timeout.is_debugging():
            return
        self.hung = True
        message = f"your code was still running after {seconds:g} seconds, so it was stopped"
        raise Stopped("timed_out", message, _place(frame))


def _place(frame: FrameType | None) -> Place | None:
    """The innermost line that belongs to a student's file."""
    while frame is not None:
        if isinstance(frame.f_globals.get("__loader__"), Modules):
            code = frame.f_code
            return Place(Path(code.co_filename).name, frame.f_lineno, code.co_name)
        frame = frame.f_back
    return None
