"""Ends a check that does not end, in a student's own pytest, and says where it was."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from grader.box.host import Modules
from grader.student import Place, Stopped

SECONDS = 3.0  # wall-clock; a check takes a few hundredths of one
SECONDS_ONCE_HUNG = 0.5  # code that hangs once often hangs in every check
PATIENCE = 5  # a check is stopped at this ring, even if no student code is at work


def place_in_files(frame: FrameType | None) -> Place | None:
    """The innermost line that belongs to a student's file."""
    while frame is not None:
        if isinstance(frame.f_globals.get("__loader__"), Modules):
            code = frame.f_code
            line = frame.f_lineno or code.co_firstlineno  # between two lines there is none
            return Place(Path(code.co_filename).name, line, code.co_name)
        frame = frame.f_back
    return None


class Deadline:
    """Sets the timer in place of pytest-timeout, so that `--timeout` and debuggers work as usual.

    `place_of` takes the innermost frame and says where student code is at work; None if nowhere.
    """

    def __init__(self, place_of: Callable[[FrameType | None], Place | None] = place_in_files) -> None:
        self.place_of = place_of
        self.limited: set[pytest.Item] = set()
        self.hung = False

    def limit(self, item: pytest.Item) -> None:
        """Give a check its deadline; the command line or the check itself may have set another."""
        if item.config.getoption("timeout", None) is None and item.get_closest_marker("timeout") is None:
            item.add_marker(pytest.mark.timeout(SECONDS))
        self.limited.add(item)

    @pytest.hookimpl(tryfirst=True, optionalhook=True)
    def pytest_timeout_set_timer(self, item: pytest.Item, settings: Any) -> bool | None:
        if item not in self.limited or settings.method != "signal" or not _can_ring():
            return None
        item.cancel_timeout = self._set(settings.timeout)  # type: ignore[attr-defined]  # as pytest-timeout does
        return True

    @contextmanager
    def watch(self) -> Iterator[None]:
        """The same deadline for code that pytest does not run as a test."""
        cancel = self._set(SECONDS) if _can_ring() else lambda: None
        try:
            yield
        finally:
            cancel()

    def _set(self, seconds: float) -> Callable[[], None]:
        """Start the timer. Returns what stops it."""
        seconds = min(seconds, SECONDS_ONCE_HUNG) if self.hung else seconds
        rings = count(1)
        previous = signal.signal(signal.SIGALRM, lambda _, frame: self._ring(seconds, next(rings), frame))
        signal.setitimer(signal.ITIMER_REAL, seconds, SECONDS_ONCE_HUNG)

        def cancel() -> None:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, previous)

        return cancel

    def _ring(self, seconds: float, rings: int, frame: FrameType | None) -> None:
        """Raise `Stopped` from inside the student's code; hypothesis does not try the example again then."""
        import pytest_timeout

        place = self.place_of(frame)
        if pytest_timeout.is_debugging() or (place is None and rings < PATIENCE):
            return  # on a busy machine our own part of a check may be slow, and that is nobody's fault
        self.hung = True
        waited = "1 second" if seconds == 1 else f"{seconds:g} seconds"
        message = f"your code was still running after {waited}, so it was stopped"
        raise Stopped("timed_out", message, place)


def _can_ring() -> bool:
    """Whether this system has alarms, and this thread may be woken by one."""
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
