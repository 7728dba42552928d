"""What `grader report` and `grader mark` cost: `python -m tests.benchmarks.marking REPORTS STUDENTS`.

The class is made of copies of the reports in REPORTS, a graded sample class, so its submissions are few and
its students many. Prints a line of JSON for each command: seconds on the clock, seconds of computing in all
processes, and the peak memory of the largest one.
"""

import csv
import json
import os
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from grader.grading import batch, record, rendering, shelf
from grader.model import Grade
from tests.benchmarks.subjects import LESSON, ROOT

FEW = 20  # students whose marks are changed at last
_COMMAND = [sys.executable, "-c", "from grader.cli import main; main()"]


def main(samples: Path, students: int) -> None:
    """Make the reports, and run the commands on them as a teacher does."""
    with tempfile.TemporaryDirectory(prefix="marking-") as name:
        place = Path(name)
        make(samples, place / "reports", students)
        sheet = ["--sheet", str(place / "marks.csv")]
        _timed("report", place)
        _timed("report", place)
        _timed("mark", place, *sheet)
        fill_in(place / "marks.csv")
        _timed("mark", place, "--read", *sheet)
        _timed("mark", place, "--read", *sheet)
        few = ["--sheet", str(place / "few.csv")]
        _timed("mark", place, "--each", *few)
        fill_in(place / "few.csv", points=0.0, rows=FEW)
        _timed("mark", place, "--read", *few)


def make(samples: Path, out: Path, students: int) -> None:
    """Reports of so many students."""
    conditions = batch.conditions_of(LESSON, confined=True)
    kinds = [_kind(folder.parent) for folder in sorted(samples.glob(f"*/{shelf.RECORD}"))]
    for number in range(students):
        grade, files = kinds[number % len(kinds)]
        name = f"student-{number:05}"
        mine = replace(grade, student=replace(grade.student, id=name, name=name))
        (out / name).mkdir(parents=True)
        for page, data in {**files, **rendering.pages(mine, LESSON)}.items():
            (out / name / page).write_bytes(data)
        (out / name / shelf.RUN).write_text(json.dumps({"conditions": conditions}))


def _kind(folder: Path) -> tuple[Grade, dict[str, bytes]]:
    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    return record.loads(files[shelf.RECORD]), files


def fill_in(sheet: Path, points: float | None = None, rows: int | None = None) -> None:
    """So many points, or all there are, for the first rows of a worksheet, or for all; the others go."""
    table_of = csv.DictReader(sheet.read_text(encoding="utf-8-sig").splitlines(keepends=True))
    found = [*table_of][:rows]
    with sheet.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, found[0])
        table.writeheader()
        for row in found:
            given = row["max_points"] if points is None else points
            table.writerow({**row, "points": given, "comment": "good"})


def _timed(command: str, place: Path, *options: str) -> None:
    began = time.monotonic()
    arguments = [*_COMMAND, command, str(place / "reports"), "--kit", str(ROOT), *options]
    process = os.spawnv(os.P_NOWAIT, arguments[0], arguments)
    _, status, used = os.wait4(process, 0)
    assert status == 0
    told = {"command": " ".join([command, *options[:1]]), "seconds": round(time.monotonic() - began, 1)}
    computing = round(used.ru_utime + used.ru_stime, 1)
    print(json.dumps({**told, "cpu_seconds": computing, "peak_mb": used.ru_maxrss >> 10}), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
