"""Ends a check that does not end, in a student's own pytest, and says where it was.

Student code hangs when one call of it goes on and on. So what is looked for, once the time is over, is a call
that is still there from one look to the next. The innermost of these holds the loop: what the loop calls
comes and goes. Such a call is not waited for as long in the checks that follow.
"""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from grader.box.host import Modules
from grader.doors.alarm import alarm, can_ring
from grader.doors.loops import loop_line
from grader.doors.places import At, at_work
from grader.student import Place, Stopped

SECONDS = 1.0  # of CPU time; a check takes a few hundredths of one
SECONDS_AGAIN = 0.04  # for a call of a function that has hung before; an honest one takes thousandths
LOOK = 0.01  # seconds from one look to the next
LOOKS = 4  # in which a call is still there that hangs
IDLE_FACTOR = 2.0  # code that sleeps, and a machine that has no time for it, get this much longer
PATIENCE = 2.5  # seconds after which a check is stopped even if no student code is at work
_PHASE = pytest.CallInfo.from_call.__code__
_UNNAMED = {"<lambda>", "<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>"}

AtWork = Callable[[FrameType | None], Iterable[At]]


def in_files(frame: FrameType | None) -> Iterator[At]:
    """The calls of functions in a student's files, the innermost first."""
    return at_work(frame, _place_of)


def _place_of(frame: FrameType, line: int) -> Place | None:
    code = frame.f_code
    ours = code.co_filename.startswith("<")  # a working version in the place of a student's
    if ours or not isinstance(frame.f_globals.get("__loader__"), Modules):
        return None
    return Place(Path(code.co_filename).name, line, code.co_name)


def _in_a_phase(frame: FrameType | None) -> bool:
    """Whether pytest sets a check up, calls it or takes it down. What comes of that, it judges afterwards."""
    while frame is not None:
        if frame.f_code is _PHASE:
            return True
        frame = frame.f_back
    return False


class Deadline:
    """Sets the timer in place of pytest-timeout, so that `--timeout` and debuggers work as usual.

    `at_work` takes the innermost frame and gives the calls that student code is in, the innermost first.
    """

    def __init__(self, at_work: AtWork = in_files) -> None:
        self.at_work = at_work
        self.limited: set[pytest.Item] = set()
        self.hung: set[tuple[str, str] | None] = set()  # file and function; None where none was at work

    def limit(self, item: pytest.Item) -> None:
        """Give a check its deadline; the command line or the check itself may have set another."""
        if item.config.getoption("timeout", None) is None and item.get_closest_marker("timeout") is None:
            item.add_marker(pytest.mark.timeout(SECONDS))
        self.limited.add(item)

    @pytest.hookimpl(tryfirst=True, optionalhook=True)
    def pytest_timeout_set_timer(self, item: pytest.Item, settings: Any) -> bool | None:
        import pytest_timeout

        usual = settings.method == pytest_timeout.DEFAULT_METHOD
        if item not in self.limited or not usual or not can_ring():
            return None
        item.cancel_timeout = self._set(settings.timeout)  # type: ignore[attr-defined]  # as pytest-timeout does
        return True

    @contextmanager
    def watch(self) -> Iterator[None]:
        """The same deadline for code that pytest does not run as a test."""
        cancel = self._set(SECONDS, anywhere=True) if can_ring() else lambda: None
        try:
            yield
        finally:
            cancel()

    def _set(self, seconds: float, anywhere: bool = False) -> Callable[[], None]:
        """Start the timer. Returns what stops it."""
        first = min(seconds, SECONDS_AGAIN) if self.hung else seconds
        return alarm(first, LOOK, _Watch(self, seconds, anywhere).look)


class _Watch:
    """Looks at one check again and again, once it has taken longer than it should.

    Where no student code is at work, what it raises is caught inside of a phase of pytest, or `anywhere`.
    """

    def __init__(self, deadline: Deadline, seconds: float, anywhere: bool) -> None:
        self.deadline = deadline
        self.seconds = seconds
        self.anywhere = anywhere
        self.looking = False
        self.looks: deque[list[At]] = deque(maxlen=LOOKS)
        self.began, self.began_cpu = time.monotonic(), time.process_time()
        self.outer: FrameType | None = None  # the call of student code that everything else is inside of
        self.since, self.since_cpu = self.began, self.began_cpu  # when it was seen first

    def look(self, frame: FrameType | None) -> None:
        """Raise `Stopped` from inside code that hangs; hypothesis does not try the example again then."""
        import pytest_timeout

        if self.looking or pytest_timeout.is_debugging():
            return  # on a busy machine the next alarm comes while one look is still under way
        self.looking = True
        try:
            self._look(frame)
        finally:
            self.looking = False

    def _look(self, frame: FrameType | None) -> None:
        self.looks.append([*self.deadline.at_work(frame)])
        lasting = self._lasting()
        passed = time.monotonic() - self.began
        if lasting is None:
            # On a busy machine our own part of a check may be slow, and that is nobody's fault.
            patience = SECONDS_AGAIN if None in self.deadline.hung else self.seconds
            if passed > patience + PATIENCE and (self.anywhere or _in_a_phase(frame)):
                self._stop(self.seconds, None, None)
        else:
            name = lasting.file, lasting.function
            seconds = min(self.seconds, SECONDS_AGAIN) if name in self.deadline.hung else self.seconds
            now, cpu = time.monotonic(), time.process_time()
            if self.looks[-1][-1][0] is not self.outer:
                self.outer, self.since, self.since_cpu = self.looks[-1][-1][0], now, cpu
            busy = cpu - self.began_cpu > seconds and cpu - self.since_cpu > LOOK
            if busy or now - self.since > IDLE_FACTOR * seconds:
                self._stop(seconds, lasting, name)

    def _lasting(self) -> Place | None:
        """Where the innermost call of student code is that was there in every look; None if there is none."""
        if len(self.looks) < LOOKS:
            return None
        before = [{id(frame) for frame, _ in look} for look in self.looks]
        lasting = [at for at in self.looks[-1] if all(id(at[0]) in known for known in before)]
        if not lasting:
            return None
        frame, place = next((at for at in lasting if at[1].function not in _UNNAMED), lasting[0])
        lines = {place.line for look in self.looks for other, place in look if other is frame}
        return replace(place, line=loop_line(frame, lines) or place.line)

    def _stop(self, seconds: float, place: Place | None, name: tuple[str, str] | None) -> None:
        again = name in self.deadline.hung
        self.deadline.hung.add(name)
        self.looks.clear()  # it holds frames; and code that catches everything is looked at anew
        raise Stopped("timed_out", _said(seconds, place, again), place)


def _said(seconds: float, place: Place | None, again: bool) -> str:
    name = f"`{place.function}`" if place is not None and place.function.isidentifier() else "it"
    if again:
        return f"{name} ran too long before, so it was not waited for again"
    waited = "1 second" if seconds == 1 else f"{seconds:g} seconds"
    where = f" ({place})" if place is not None else ""
    stopped = f"your code was still running after {waited}, so it was stopped{where}"
    return f"{stopped}; later checks do not wait for {name} again"
