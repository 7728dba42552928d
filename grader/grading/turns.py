"""One grader at a time works on a folder of reports, and nobody while it is only read."""

import fcntl
import json
import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from grader.errors import UsageError

LOCK = ".grader/lock"


@contextmanager
def still(out: Path) -> Iterator[None]:
    """Keep graders out of a folder of reports that is only read. UsageError while one is at work there."""
    try:
        descriptor = os.open(out / LOCK, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:  # the folder was copied without it, or has never been graded into
        yield
        return
    try:
        _lock(descriptor, fcntl.LOCK_SH, out, "wait until it is done")
        yield
    finally:
        os.close(descriptor)


def held(out: Path) -> int:
    """A descriptor that holds the folder for this process; the system lets go of it however that ends."""
    descriptor = os.open(out / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        _lock(descriptor, fcntl.LOCK_EX, out, "wait until it is done, or choose another --out")
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, json.dumps(_me()).encode(), 0)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def _lock(descriptor: int, how: int, out: Path, hint: str) -> None:
    try:
        fcntl.flock(descriptor, how | fcntl.LOCK_NB)
    except BlockingIOError:
        raise UsageError(f"another grader is at work on {out}: {_holder(descriptor)}", hint) from None


def _me() -> dict[str, object]:
    since = datetime.now(UTC).isoformat(timespec="seconds")
    return {"pid": os.getpid(), "host": platform.node(), "since": since}


def _holder(descriptor: int) -> str:
    try:
        table = json.loads(os.pread(descriptor, 4096, 0))
        return f"process {table['pid']} on {table['host']}, since {table['since']}"
    except (OSError, ValueError, KeyError, TypeError):
        return "it does not say who it is"
