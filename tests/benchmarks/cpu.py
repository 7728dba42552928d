"""CPU seconds of this process and of all that it has started, whoever has waited for them."""

import resource
import time

import psutil


def used() -> float:
    """CPU seconds so far. Of processes that still run, to a hundredth of a second each."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    alive = sum(map(_of, psutil.Process().children(recursive=True)))
    return time.process_time() + ended.ru_utime + ended.ru_stime + alive


def _of(process: psutil.Process) -> float:
    """CPU seconds of a process and of those of its children that it has waited for."""
    try:
        times = process.cpu_times()
    except psutil.NoSuchProcess:  # between two looks; whoever waited for it has its seconds by now
        return 0.0
    return times.user + times.system + times.children_user + times.children_system


def peak_memory() -> int:
    """MiB of the largest that this process and its children have been."""
    usages = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return max(usages) // 1024
