"""What has been graded so far: one JSON line for each finished grade, on disk before the grade counts.

Lines are only ever added. A grader that is killed while it writes leaves half a last line; that line is
dropped when the journal is opened again, and its submission is graded again.
"""

import json
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

SCHEMA = "learning-loop/journal/1"


@dataclass(frozen=True, slots=True)
class Line:
    """One finished grade. Equal digests mean that grading again would give the same grade."""

    student: str
    folder: str  # of the report
    lesson: str
    status: str  # as in `Grade`
    submission: str  # digest of everything that was handed in
    conditions: str  # digest of everything else that a grade depends on


class Journal:
    """The journal at `path`, made when missing. `lines` has the last line of each student."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        written = path.read_bytes()
        self._end = written.rfind(b"\n") + 1
        os.ftruncate(self._file, self._end)
        self.lines = _lines(written)

    def add(self, line: Line) -> None:
        """Note `line`, and return once it is on disk. OSError leaves the journal as it was."""
        raw = json.dumps({"schema": SCHEMA, **asdict(line)}) + "\n"
        try:
            self._append(raw.encode())
        except BaseException:  # a full disk may have taken a part of the line
            with suppress(OSError):
                os.ftruncate(self._file, self._end)
            raise
        self.lines[line.student] = line

    def clear(self) -> None:
        """Forget everything."""
        os.ftruncate(self._file, 0)
        os.fsync(self._file)
        self._end = 0
        self.lines.clear()

    def close(self) -> None:
        """Give the file back."""
        os.close(self._file)

    def _append(self, raw: bytes) -> None:
        done = 0
        while done < len(raw):
            done += os.pwrite(self._file, raw[done:], self._end + done)
        os.fsync(self._file)
        self._end += len(raw)


def read(path: Path) -> Mapping[str, Line]:
    """The last line of each student in the journal of somebody else; {} where there is none."""
    try:
        return _lines(path.read_bytes())
    except OSError:
        return {}


def _lines(written: bytes) -> dict[str, Line]:
    """By student. What stands behind the last end of a line is half a line."""
    whole = written[: written.rfind(b"\n") + 1].splitlines()
    return {line.student: line for raw in whole if (line := _parse(raw))}


def _parse(raw: bytes) -> Line | None:
    """What one line says; None when it is damaged, so that its submission is graded again."""
    try:
        table = json.loads(raw)
        if table.pop("schema") != SCHEMA or not all(isinstance(v, str) for v in table.values()):
            return None
        shared = {name: sys.intern(table[name]) for name in ("lesson", "status", "conditions")}
        return Line(**table | shared)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
