"""A file to which whole lines are only ever added.

Whoever is killed in the middle of a write leaves half a last line, which is dropped when the file is opened.
"""

import os
from contextlib import suppress
from pathlib import Path


class Lines:
    """The file at `path`, made when missing. `found` has the whole lines that were there."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        written = path.read_bytes()
        self._end = written.rfind(b"\n") + 1
        os.ftruncate(self._file, self._end)
        self.found = whole(written)

    def add(self, line: bytes) -> None:
        """Add a line, and return once it is on disk. OSError leaves the file as it was."""
        try:
            self._append(line + b"\n")
        except BaseException:  # a full disk may have taken a part of the line
            with suppress(OSError):
                os.ftruncate(self._file, self._end)
            raise

    def clear(self) -> None:
        """Remove all lines."""
        os.ftruncate(self._file, 0)
        os.fsync(self._file)
        self._end = 0

    def close(self) -> None:
        """Give the file back."""
        os.close(self._file)

    def _append(self, raw: bytes) -> None:
        done = 0
        while done < len(raw):
            done += os.pwrite(self._file, raw[done:], self._end + done)
        os.fsync(self._file)
        self._end += len(raw)


def whole(written: bytes) -> list[bytes]:
    """The lines of such a file. What stands behind the last end of a line is half a line."""
    return written[: written.rfind(b"\n") + 1].splitlines()
