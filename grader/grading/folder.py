"""Private folders for the temporary files of workers.

A grader that is killed cannot remove its folder. So its process holds a lock on the folder, which ends with
the process, and the next grader removes the folders that nobody holds.
"""

import contextlib
import os
import shutil
import tempfile
import time
from functools import cache
from pathlib import Path

PREFIX = "learning-loop-box-"
_SETTLED = 60.0  # seconds; a younger folder may just not be locked yet


class PrivateFolder:
    """A new folder that only this user may enter. Remove it at the end."""

    def __init__(self) -> None:
        import fcntl  # not on Windows, where nothing is graded but all modules can be imported

        sweep()
        self.path = os.path.realpath(tempfile.mkdtemp(prefix=PREFIX))
        self._lock = _opened(self.path)
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX)
        except BaseException:
            self.remove()
            raise

    def remove(self) -> None:
        """Remove the folder. May be called twice."""
        shutil.rmtree(self.path, ignore_errors=True)
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1


@cache
def sweep() -> None:
    """Remove this user's folders whose owner is gone; once a process is enough."""
    import fcntl

    for path in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError):  # not ours to enter, held by a living owner, or gone already
            lock = _opened(str(path))
            try:
                status = os.fstat(lock)
                if status.st_uid == os.geteuid() and time.time() - status.st_mtime > _SETTLED:
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    shutil.rmtree(path, ignore_errors=True)
            finally:
                os.close(lock)


def _opened(path: str) -> int:
    return os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
