"""Times two ways of doing a thing in turn, A B A B …, because machines are noisy: only the ratio counts."""

import resource
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Pair:
    """Seconds of each run of A and B; run k of both happened side by side."""

    a: list[float]
    b: list[float]

    @property
    def ratio(self) -> float:
        """Median over the pairs of A's seconds divided by B's."""
        return statistics.median(x / y for x, y in zip(self.a, self.b, strict=True))

    def row(self, title: str, a: str, b: str, reach: float) -> str:
        """One line of a report, with the ratio that we want to reach."""
        low, high = min(self.a), min(self.b)
        reached = "reached" if self.ratio <= reach else "NOT reached"
        return (
            f"{title}\n"
            f"    {a}: median {statistics.median(self.a):.3f} s, best {low:.3f} s\n"
            f"    {b}: median {statistics.median(self.b):.3f} s, best {high:.3f} s\n"
            f"    ratio {self.ratio:.2f}, at most {reach:g}: {reached}"
        )


def in_turn(a: Callable[[], object], b: Callable[[], object], runs: int) -> Pair:
    """Wall-clock seconds of `runs` runs of each, after one of each that does not count."""
    a()
    b()
    pairs = [(seconds(a), seconds(b)) for _ in range(runs)]
    return Pair([x for x, _ in pairs], [y for _, y in pairs])


def seconds(work: Callable[[], object]) -> float:
    """Wall-clock seconds that `work` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def peak_memory() -> int:
    """MiB of the largest this process and its children have been."""
    usages = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return max(usages) // 1024
