"""What a worker of a cluster does: it says whether it fits, and grades what it is sent.

The process that Dask runs only keeps one of our own (`workers.pool`): that one grades, one submission at a
time, under its own deadline (see `grader.grading.answering`). When a submission ends it, the answer says so,
and the cluster has lost nothing.
"""

import multiprocessing
import threading
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor
from contextlib import ExitStack, suppress
from functools import cache

from distributed import Worker, WorkerPlugin, get_worker

from grader.grading import answering, parcel, workers

DIED = parcel.refusal("the process that graded it came to its end")
_ONE_AT_A_TIME = threading.Lock()  # however many threads the worker has


def hello(request: bytes) -> bytes:
    """Whether this worker grades under the conditions that are asked for, and if not, why."""
    return _in_own_process(answering.fits, request)


def work(request: bytes) -> bytes:
    """Grade one submission; `DIED` where the process that graded did not outlive it."""
    return _in_own_process(answering.graded, request)


def _in_own_process(task: Callable[[bytes], bytes], request: bytes) -> bytes:
    with _ONE_AT_A_TIME:
        stack, executor = _pool()
        try:
            return executor.submit(task, request).result()
        except BrokenExecutor:
            _pool.cache_clear()
            stack.close()
            return DIED


@cache
def _pool() -> tuple[ExitStack, Executor]:
    # A nanny's worker is a daemon, which may not start processes. Ours end with it: they are on a leash.
    multiprocessing.current_process().daemon = False
    stack = ExitStack()
    executor = stack.enter_context(workers.pool(1, pinned=False))
    with suppress(ValueError):  # raised where no worker of Dask runs this
        worker = get_worker()
        worker.loop.add_callback(worker.plugin_add, _Leave(stack))
    return stack, executor


class _Leave(WorkerPlugin):
    """Lets go of our process when the worker closes: the interpreter would wait for it as it ends."""

    def __init__(self, stack: ExitStack) -> None:
        self.name = f"learning-loop-{id(stack)}"
        self._stack = stack

    def teardown(self, worker: Worker) -> None:
        self._stack.close()
