"""Hands jobs to a pool of workers until each has come to something, whoever dies on the way.

A worker that dies takes its pool with it, on this machine; on a cluster only its job is lost. Lost jobs are
tried again, each alone: so the submission that kills workers is found out, and no other is blamed for it.
"""

import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol

from grader.errors import GraderError
from grader.grading import job
from grader.grading.job import Graded, Job

_WHILE = 1.0  # seconds, after which the width is asked for again
AT_ONCE = 50  # submissions that a worker looks at to see whether they have changed
TRIES = 10  # for a submission that was in the pool when a worker died: others may kill workers, too
_ENOUGH = 600.0  # seconds, after which no other try begins
_LOST = (
    "the processes that grade end without an answer, also without the submission; grade it again on a "
    "machine with more memory, and please report this if it stays so"
)

Task = Callable[[Any], Any]  # with a job, or with several
Work = tuple[Job, ...]  # one to grade, or several that may be what was graded before


class Pool(Protocol):
    """Where jobs are done: in processes of this machine (`workers`), or on a cluster (`cluster`)."""

    def submit(self, task: Task, work: Any, /) -> Future[Any]:
        """Have `task` done with its work; the future fails when that is lost, by whatever happens there."""


OpenPool = Callable[[], AbstractContextManager[Pool]]


@dataclass(frozen=True, slots=True)
class Pools:
    """Where pools come from. `width` is how many jobs one has at a time, or a function that tells.

    Of submissions that may be what was graded before, a worker looks at so many `at_once`.
    """

    open_pool: OpenPool
    width: int | Callable[[], int]
    at_once: int

    def room(self) -> int:
        """How many jobs a pool has at a time, now."""
        return self.width if isinstance(self.width, int) else self.width()


def outcomes(jobs: Sequence[Job], pools: Pools) -> Iterator[tuple[Job, Graded | None]]:
    """Each job with what came of it, None for what has not changed, in whatever order they are done."""
    waiting, suspects = deque(_works(jobs, pools.at_once)), list[Job]()
    while waiting:
        lost = yield from _together(waiting, pools, job.run)
        # Of several that were only looked at, each waits to be tried with others.
        waiting.extend((each,) for work in lost if len(work) > 1 for each in work)
        suspects += [work[0] for work in lost if len(work) == 1]
    for suspect in suspects:
        yield suspect, _alone(suspect, pools)


def _works(jobs: Sequence[Job], at_once: int) -> Iterator[Work]:
    """To see that a submission has not changed takes less than a word to a worker, so many go at once."""
    known = [job for job in jobs if job.known]
    yield from (tuple(known[at : at + at_once]) for at in range(0, len(known), at_once))
    yield from ((job,) for job in jobs if not job.known)


def _together(
    waiting: deque[Work], pools: Pools, task: Task
) -> Generator[tuple[Job, Graded | None], None, list[Work]]:
    """Have all that waits done, until none waits or the pool breaks. Returns what was lost in it."""
    running: dict[Future[Any], Work] = {}
    lost: list[Work] = []
    with pools.open_pool() as pool:
        while waiting or running:
            whole = _fill(pool, waiting, running, pools.room(), task)
            if not whole and not running:
                return lost or [waiting.popleft()]
            for future in _done(running):
                work = running.pop(future)
                try:
                    result = future.result()
                except GraderError:
                    raise
                except Exception:  # what a dead worker raises depends on the pool
                    lost.append(work)
                    continue
                yield from _told(work, result, waiting)
    return lost


def _fill(pool: Pool, waiting: deque[Work], running: dict[Future[Any], Work], width: int, task: Task) -> bool:
    """Hand in as much as the pool takes; False when it takes nothing any more."""
    try:
        while waiting and len(running) < width:
            work = waiting[0]
            future = pool.submit(task, work[0]) if len(work) == 1 else pool.submit(job.unchanged, work)
            running[future] = waiting.popleft()
    except GraderError:
        raise
    except Exception:
        return False
    return True


def _told(work: Work, result: Any, waiting: deque[Work]) -> Iterator[tuple[Job, Graded | None]]:
    """What a worker has answered. Those of several that have changed wait to be graded."""
    if len(work) == 1:
        yield work[0], result
        return
    for each, same in zip(work, result, strict=True):
        if same:
            yield each, None
        else:
            waiting.append((each,))


def _done(running: Mapping[Future[Any], Work]) -> list[Future[Any]]:
    """What is done after at most a while, in the order in which it was handed in."""
    if not running:
        time.sleep(_WHILE)
    done, _ = wait(running, timeout=_WHILE, return_when=FIRST_COMPLETED)
    return [future for future in running if future in done]


def _alone(suspect: Job, pools: Pools) -> Graded | None:
    end = time.monotonic() + _ENOUGH
    for task in (*[job.run] * TRIES, job.charge):
        if task is job.charge or time.monotonic() < end:
            for _, outcome in _together(deque([(suspect,)]), pools, task):
                return outcome
    return job.ungraded(suspect, _LOST)
