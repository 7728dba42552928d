"""How much a box costs: the CPU time of its process, and how long this side waited for it.

A busy machine takes no time away from a submission: waiting counts only while the machine had a core for
the process, and for the thread that waits.
"""

import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Reading:
    """What a meter says at one moment, all in seconds, or the difference of two moments."""

    cpu: float
    waited: float
    held_up: float  # like `waited`, without the time in which the machine had no free core

    def __sub__(self, earlier: "Reading") -> "Reading":
        return Reading(self.cpu - earlier.cpu, self.waited - earlier.waited, self.held_up - earlier.held_up)


class _Delay:
    """How long a process or thread has waited for a core. Asked often, so its file is opened once."""

    def __init__(self, process: str) -> None:
        try:
            self._file = os.open(f"/proc/{process}/schedstat", os.O_RDONLY | os.O_CLOEXEC)
        except OSError:  # the platform cannot tell
            self._file = -1

    def seconds(self) -> float:
        """The delay up to now; 0 where the platform cannot tell."""
        try:
            return int(os.pread(self._file, 100, 0).split()[1]) / 1e9
        except (OSError, IndexError, ValueError):
            return 0.0

    def close(self) -> None:
        """Close the file; from now on the delay is 0."""
        if self._file >= 0:
            os.close(self._file)
        self._file = -1


class Meter:
    """Measures one process, from `follow` to `stop`, and the waiting of this thread for it."""

    def __init__(self) -> None:
        self.waited = 0.0  # seconds that this thread has waited; the code that waits adds to it
        self._pid = 0
        self._delays: tuple[_Delay, ...] = ()
        self._delay_before = 0.0
        self._delay_at_rest: float | None = None  # what `_delayed` was when the rest began
        self._last_cost = 0.0
        self._waited_before = 0.0  # when the cost was last asked for

    def follow(self, pid: int) -> None:
        """From now on the process `pid` is measured."""
        self._pid = pid
        self._delays = _Delay(str(pid)), _Delay("thread-self")
        self._delay_before = self._delays[1].seconds()

    def rest(self) -> int:
        """The process is stopped: until `wake`, this thread waits for others, and that is no delay of it.

        Returns how many bytes of memory the process holds meanwhile.
        """
        self._delay_at_rest = self._delayed()
        return self.resident()

    def wake(self) -> None:
        """The process goes on."""
        if self._delay_at_rest is not None:
            self._delay_before += self._delayed() - self._delay_at_rest
        self._delay_at_rest = None

    def stop(self) -> None:
        """The process is about to end; `cost` keeps its last value. May be called twice."""
        self.cost()
        for delay in self._delays:
            delay.close()
        self._delays = ()

    def cost(self) -> float:
        """Seconds that the process has cost. CPU time counts even while nobody waits."""
        if self._delays:
            self._last_cost = max(self._last_cost, self.cpu())
            if self.waited != self._waited_before:  # or this thread cannot have been held up any longer
                self._last_cost = max(self._last_cost, self.held_up())
                self._waited_before = self.waited
        return self._last_cost

    def reading(self) -> Reading:
        """What the meter says now."""
        return Reading(self.cpu(), self.waited, self.held_up())

    def cpu(self) -> float:
        """CPU seconds that the process has used; 0 where the platform cannot tell."""
        if not sys.platform.startswith("linux"):
            return 0.0
        try:
            return time.clock_gettime((~self._pid << 3) | 2)  # the kernel's clock of another process
        except OSError:
            return 0.0

    def held_up(self) -> float:
        """Seconds waited, without those in which the process or this thread was ready but had no core."""
        return self.waited - self._delayed()

    def _delayed(self) -> float:
        """Seconds in which the process or this thread was ready to run, but had no core."""
        return sum(delay.seconds() for delay in self._delays) - self._delay_before

    def resident(self) -> int:
        """Bytes of memory that the process holds; 0 where the platform cannot tell."""
        try:
            pages = int(Path(f"/proc/{self._pid}/statm").read_bytes().split()[1])
        except (OSError, IndexError, ValueError):
            return 0
        return pages * os.sysconf("SC_PAGE_SIZE")

    def runnable(self) -> bool:
        """Whether the process is running, or is only waiting for a core."""
        try:
            return Path(f"/proc/{self._pid}/stat").read_bytes().rpartition(b") ")[2][:1] == b"R"
        except OSError:
            return False
