"""What a worker of a cluster does: it says whether it fits, and grades what it is sent.

The process that Dask runs only keeps one of our own (`workers.pool`): that one grades, one submission at a
time, under its own deadline. When a submission ends it, the answer says so, and the cluster has lost nothing.
"""

import multiprocessing
import threading
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor
from contextlib import ExitStack, suppress
from functools import cache
from pathlib import Path

from distributed import Worker, WorkerPlugin, get_worker

from grader.box import confine
from grader.errors import KitError
from grader.grading import batch, job, parcel, workers
from grader.grading.changes import Conditions
from grader.lesson import catalog
from grader.model import Lesson
from grader.text import one_line

DIED = parcel.refusal("the process that graded it came to its end")
_ONE_AT_A_TIME = threading.Lock()  # however many threads the worker has


def hello(request: bytes) -> bytes:
    """Whether this worker grades under the conditions that are asked for, and if not, why."""
    return _in_own_process(_fits, request)


def work(request: bytes) -> bytes:
    """Grade one submission; `DIED` where the process that graded did not outlive it."""
    return _in_own_process(_graded, request)


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


# --- in the process that grades ------------------------------------------------------------------


def _fits(data: bytes) -> bytes:
    asked = parcel.request(data)
    return parcel.refusal(_misfit(asked.lesson, asked.conditions))


def _graded(data: bytes) -> bytes:
    asked = parcel.request(data)
    if why := _misfit(asked.lesson, asked.conditions):
        return parcel.refusal(why)
    found = parcel.unpacked(asked, _lesson(asked.lesson))
    try:
        outcome = job.charge(found) if asked.charge else job.run(found)
    except KitError as error:
        return parcel.broken(error)
    return parcel.answer(outcome) if outcome else parcel.refusal("it takes the submission for a known one")


def _misfit(name: str, wanted: Conditions) -> str:
    """What keeps this worker from grading under these conditions; empty when nothing does."""
    try:
        here = _conditions(name)
    except KitError as error:
        return "; ".join(filter(None, (error.message, error.hint)))
    if missing := confine.missing_protections():
        return f"it cannot lock student code in; missing: {', '.join(missing)}"
    others = [key for key in {**wanted, **here} if wanted.get(key) != here.get(key)]
    return "; ".join(_other(key, here.get(key, "none"), wanted.get(key, "none")) for key in others)


def _other(name: str, here: str, wanted: str) -> str:
    return f"{name}: {one_line(here, 20)}, not {one_line(wanted, 20)}"


@cache
def _conditions(name: str) -> Conditions:
    return batch.conditions_of(_lesson(name), confined=True)


@cache
def _lesson(name: str) -> Lesson:
    """The lesson of the kit here: where the worker was started, else the one that this code is a part of."""
    try:
        root = catalog.find_root(Path.cwd())
    except KitError:
        root = catalog.find_root(Path(__file__))
    return catalog.load(root, name)
