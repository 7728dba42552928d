"""Ends a check that does not end, in a student's own pytest, and says where it was."""

import signal
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from grader.student import Place, Stopped

SECONDS = 5  # wall-clock; a check takes a few hundredths of one


def limit(item: pytest.Item) -> None:
    """Give a check its deadline, unless the command line or the check itself sets one."""
    if item.config.getoption("timeout", None) is None and item.get_closest_marker("timeout") is None:
        item.add_marker(pytest.mark.timeout(SECONDS))
    if hasattr(signal, "SIGALRM"):
        item.stash[LIMITED] = True


LIMITED = pytest.StashKey[bool]()


@pytest.hookimpl(tryfirst=True, optionalhook=True)
def pytest_timeout_set_timer(item: pytest.Item, settings: Any) -> bool | None:
    """Raise `Stopped` past hypothesis, which would take a plain failure for one more example to try."""
    if LIMITED not in item.stash or settings.method != "signal":
        return None

    def ring(_: int, frame: FrameType | None) -> None:
        import pytest_timeout

        if pytest_timeout.is_debugging():
            return
        raise Stopped(
            "timed_out",
            f"your code was still running after {settings.timeout:g} seconds, so it was stopped",
            _place(frame),
        )

    previous = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, settings.timeout, 0.5)

    def cancel() -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)

    item.cancel_timeout = cancel  # type: ignore[attr-defined]  # where pytest-timeout looks for it
    return True


def _place(frame: FrameType | None) -> Place | None:
    """The innermost line that belongs to a student's file: one loaded by our own importer."""
    while frame is not None:
        if type(frame.f_globals.get("__loader__")).__name__ == "Modules":
            code = frame.f_code
            return Place(Path(code.co_filename).name, frame.f_lineno, code.co_name)
        frame = frame.f_back
    return None
