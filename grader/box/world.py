"""The world as a box sees it: clocks and random numbers are the same every time.

So a grade depends on a submission's files and not on the moment. Each time student code reads the clock, it
is a little later than before; a sleep is over at once; and random numbers are the same in each check. Student
code that goes past this module can find the machine's own clock, but no more, because of the locks.

Runs in the mother of all boxes (see `mother`), and needs only the standard library.
"""

from __future__ import annotations

import os
import random
import sys
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

START = 1_700_000_000  # seconds since 1970: the moment at which every check begins
TICK = 1_000_000  # nanoseconds from one look at the clock to the next
PATIENCE = 60 * 10**9  # nanoseconds of sleep that are over at once; a check that sleeps longer really waits
# These modules in C would ask the machine's clock. Without them `datetime` and `zoneinfo` ask `time`.
_IN_C = ("_datetime", "_zoneinfo")

_sleep, _seed = time.sleep, random.Random.seed


class _World:
    """The clock's time in this check, the time slept, and how many random numbers were drawn."""

    now = slept = drawn = 0


def restart() -> None:
    """A check begins: everything starts from the same point."""
    _World.now = _World.slept = _World.drawn = 0
    random.seed(0)


def state() -> Any:
    """Where the check is now, for `restore`."""
    return _World.now, _World.slept, _World.drawn, random.getstate()


def restore(state: Any) -> None:
    """Go on from where `state` was taken."""
    _World.now, _World.slept, _World.drawn, numbers = state
    random.setstate(numbers)


def arrange() -> None:
    """Replace the real clocks and random sources of the standard library, before any student code runs."""
    for name in _IN_C:
        sys.modules[name] = None  # type: ignore[assignment]  # an import of it fails
    time.time_ns = lambda: START * 10**9 + _tick()
    time.time = lambda: time.time_ns() / 1e9
    for clock in ("monotonic", "perf_counter", "process_time", "thread_time"):
        setattr(time, f"{clock}_ns", _tick)
        setattr(time, clock, lambda: _tick() / 1e9)
    time.clock_gettime_ns = lambda clock: time.time_ns()
    time.clock_gettime = lambda clock: time.time()
    for name in ("localtime", "gmtime", "ctime"):
        setattr(time, name, _of_now(getattr(time, name)))
    time.strftime = _of_now(time.strftime, place=1, kind=time.localtime)
    time.asctime = _of_now(time.asctime, kind=time.localtime)
    time.sleep = sleep  # type: ignore[assignment]
    os.urandom = random._urandom = urandom  # type: ignore[attr-defined]
    random.Random.seed = seed  # type: ignore[method-assign]
    os.uname = lambda: os.uname_result(("Linux", "box", "", "", ""))
    restart()


def _tick() -> int:
    _World.now += TICK
    return _World.now


def _of_now(function: Callable[..., Any], place: int = 0, kind: Any = None) -> Callable[..., Any]:
    """`function`, which takes the moment as its argument number `place`, with a default for it."""

    def known(*arguments: Any) -> Any:
        if len(arguments) <= place or arguments[place] is None:
            arguments = (*arguments[:place], kind() if kind else time.time())
        return function(*arguments)

    return known


def sleep(seconds: float) -> None:
    """`time.sleep`: the time is over at once."""
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    span = int(seconds * 1e9)
    _World.slept += span
    if _World.slept > PATIENCE:
        _sleep(seconds)
    _World.now += span


def urandom(size: int, /) -> bytes:
    """`os.urandom`: bytes without a pattern, the same ones in each check."""
    _World.drawn += 1
    return random.Random(f"urandom {_World.drawn}").randbytes(size)


def seed(self: random.Random, a: Any = None, version: int = 2) -> None:
    """`random.Random.seed`; if no number is given, it takes the next one of a fixed sequence."""
    if a is None:
        _World.drawn += 1
        a = _World.drawn
    _seed(self, a, version)
