"""Several ways of doing a thing in turn, A B C A B C …, because machines are noisy: only the ratios count."""

import gc
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tests.benchmarks import cpu


@dataclass(frozen=True)
class Way:
    """One way to do a thing. It is done `times` times in each round, so that a clock can see it."""

    work: Callable[[], object]
    times: int = 1


@dataclass(frozen=True)
class Rounds:
    """What each way cost in each round, by its name: seconds for doing it once."""

    seconds: Mapping[str, Sequence[float]]

    def median(self, way: str) -> float:
        """The seconds that a way usually takes."""
        return statistics.median(self.seconds[way])

    def ratio(self, way: str, other: str) -> float:
        """The median over the rounds of a way's seconds divided by those of another."""
        return statistics.median(a / b for a, b in zip(self.seconds[way], self.seconds[other], strict=True))


def in_turn(ways: Mapping[str, Way], rounds: int, clock: Callable[[], float] = cpu.used) -> Rounds:
    """Let each way have its turn in every round, after one turn of each that does not count.

    Seconds are CPU seconds of all processes, unless another clock is given.
    """
    for way in ways.values():
        way.work()
    found: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            found[name].append(_once(way, clock))
    return Rounds(found)


def _once(way: Way, clock: Callable[[], float]) -> float:
    gc.collect()  # each pays for its own rubbish only
    began = clock()
    for _ in range(way.times):
        way.work()
    return (clock() - began) / way.times


def seconds(work: Callable[[], object]) -> float:
    """Wall-clock seconds that `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
