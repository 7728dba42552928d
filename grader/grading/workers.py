"""The pool that grades on this machine: spawned processes, each on a core of its own.

They are spawned and never forked, because threads start boxes, and a fork could copy the locks of threads in
a locked state. Each worker reads from a pipe whose other end only the parent holds. When the parent ends,
however that happens, the pipe closes, and the worker ends at once. Its boxes end with it.
"""

import os
import shutil
import signal
import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnContext

from grader.errors import UsageError
from grader.grading.folder import PrivateFolder

_FREE = (
    "free some space in the temporary folder and in /dev/shm, or name another temporary folder with TMPDIR, "
    "then run the same command again: finished grades are kept"
)


@contextmanager
def pool(count: int, *, pinned: bool = True) -> Iterator[Executor]:
    """`count` workers. Leaving the context ends them in the middle of whatever they do.

    `pinned` gives each a core of its own; not for where others do the same and know nothing of us.
    UsageError where this machine has no room left for them.
    """
    context = get_context("spawn")
    with _told():
        scratch = PrivateFolder()
        try:
            held, leash = context.Pipe(duplex=False)
            numbers = _numbers(context, count if pinned else 0)
            executor = ProcessPoolExecutor(count, context, _begin, (held, numbers, scratch.path))
        except BaseException:
            scratch.remove()
            raise
    try:
        yield executor
    finally:
        with _deaf():
            leash.close()
            executor.shutdown(cancel_futures=True)
            held.close()
            numbers.close()
            scratch.remove()


@contextmanager
def _told() -> Iterator[None]:
    """Turns an OSError of the machine into a UsageError that says what to free."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise UsageError(f"no worker can be started to grade: {reason}", _FREE) from error


@contextmanager
def _deaf() -> Iterator[None]:
    """Ignores Ctrl-C: a second Ctrl-C while a pool ends could leave the pool waiting for ever."""
    if threading.current_thread() is not threading.main_thread():  # others do not hear it anyway
        yield
        return
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def cores() -> int:
    """How many workers this machine can run side by side."""
    return len(_cores()) or os.cpu_count() or 1


def _cores() -> list[int]:
    """The cores that this process may use; empty where the system does not say."""
    return sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []


def _numbers(context: SpawnContext, count: int) -> Connection:
    """A pipe that holds a byte for each worker: unlike a lock, no kill can leave it in a bad state."""
    numbers, writer = context.Pipe(duplex=False)
    with writer:
        os.write(writer.fileno(), bytes(n % 256 for n in range(count)))
    return numbers


def _begin(held: Connection, numbers: Connection, scratch: str) -> None:
    """What each worker does first."""
    # Ctrl-C reaches the whole process group, but ending is the parent's decision. A handler that does
    # nothing, rather than SIG_IGN, because boxes would inherit that.
    signal.signal(signal.SIGINT, lambda *_: None)
    tempfile.tempdir = scratch  # a killed worker's leftovers lie there, and are cleared away with it
    _pin(os.read(numbers.fileno(), 1))
    threading.Thread(target=_end_with_parent, args=(held, scratch), name="leash", daemon=True).start()


def _pin(number: bytes) -> None:
    """Keep this worker and its boxes on one core: a call into a box then takes a quarter of the time."""
    if number and (found := _cores()):
        os.sched_setaffinity(0, {found[number[0] % len(found)]})


def _end_with_parent(held: Connection, scratch: str) -> None:
    try:
        held.recv_bytes()  # nothing is ever sent: this returns when the other end is gone
    except (EOFError, OSError):
        shutil.rmtree(scratch, ignore_errors=True)
        os._exit(1)
