"""Workers that are copies of one process, which has loaded the grader: a new one costs next to nothing.

They are for tests of what is done with workers. `test_workers`, and each `grader` that a test starts, have
spawned ones.
"""

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import ExitStack, contextmanager
from multiprocessing import get_context
from unittest.mock import patch

from grader.grading import workers

COPIES = get_context("forkserver")
COPIES.set_forkserver_preload(["grader.grading.job", "grader.grading.bench"])


@contextmanager
def pool(count: int) -> Iterator[Executor]:
    """As `workers.pool`."""
    with ExitStack() as stack:
        with patch.object(workers, "get_context", lambda _: COPIES):
            found = stack.enter_context(workers.pool(count))
        yield found
