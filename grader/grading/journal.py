"""What has been graded so far: one JSON line for each finished grade, on disk before the grade counts.

Lines are only ever added. A grader that is killed while it writes leaves half a last line; that line is
dropped when the journal is opened again, and its submission is graded again.

Why the two digests are not in run.json alone, which is written whole with each report: `--fresh` forgets all
of them in one step, so that it can be stopped and gone on with; and for 10,000 students one file is read in
place of 10,000 (0.07 s of computing against 0.6 s, and 0.5 s against 4.8 s on the clock of a busy machine).
What that costs is a second place: reports that are copied without their journal are graded again.
"""

import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from grader.grading.lines import Lines, whole

SCHEMA = "learning-loop/journal/1"


@dataclass(frozen=True, slots=True)
class JournalLine:
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
        self._lines = Lines(path)
        self.lines = _lines(self._lines.found)

    def add(self, line: JournalLine) -> None:
        """Note `line`, and return once it is on disk. OSError leaves the journal as it was."""
        self._lines.add(json.dumps({"schema": SCHEMA, **asdict(line)}).encode())
        self.lines[line.student] = line

    def clear(self) -> None:
        """Forget everything."""
        self._lines.clear()
        self.lines.clear()

    def close(self) -> None:
        """Give the file back."""
        self._lines.close()


def read(path: Path) -> Mapping[str, JournalLine]:
    """The last line of each student in the journal of somebody else; {} where there is none."""
    try:
        return _lines(whole(path.read_bytes()))
    except OSError:
        return {}


def _lines(found: Iterable[bytes]) -> dict[str, JournalLine]:
    """By student."""
    return {line.student: line for raw in found if (line := _parse(raw))}


def _parse(raw: bytes) -> JournalLine | None:
    """What one line says; None when it is damaged, so that its submission is graded again."""
    try:
        table = json.loads(raw)
        if table.pop("schema") != SCHEMA or not all(isinstance(v, str) for v in table.values()):
            return None
        shared = {name: sys.intern(table[name]) for name in ("lesson", "status", "conditions")}
        return JournalLine(**table | shared)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
