"""The head process of a large class that has not changed: `python -m tests.benchmarks.large STUDENTS`.

The reports are copies of a few, and nobody looks at submissions: a worker would, and this is the process
that hands out work, holds summaries, and writes the pages of the class. Prints JSON, as `head` does.
"""

import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from grader.grading import batch, record
from grader.grading.journal import SCHEMA
from grader.grading.shelf import Shelf
from grader.intake import intake
from tests.benchmarks import cpu
from tests.benchmarks.head import peak
from tests.benchmarks.subjects import LESSON
from tests.grader.sample_grades import half_done, perfect

_KINDS = (perfect(), half_done())


class _Unchanged(Executor):
    """Says of all submissions that they have not changed."""

    def submit(self, call: Callable[..., Any], /, *arguments: Any, **_: Any) -> Future[Any]:
        future: Future[Any] = Future()
        several = isinstance(arguments[0], tuple)
        future.set_result([True for _ in arguments[0]] if several else None)
        return future


@contextmanager
def _pool() -> Iterator[Executor]:
    yield _Unchanged()


def main(students: int) -> None:
    """Make the reports, have them looked through, and print what was measured."""
    with tempfile.TemporaryDirectory(prefix="large-") as name:
        place = Path(name)
        _write(place, [f"student-{number:05}" for number in range(students)])
        first, again = (_looked_through(place, students) for _ in range(2))
        page = (place / "reports" / "index.html").stat().st_size
        print(json.dumps({"first": first, "again": again, "resident": peak(), "page": page}))


def _looked_through(place: Path, students: int) -> float:
    """CPU seconds; the first time nothing is known of any record, and the pages are made."""
    began = cpu.used()
    entries = intake.find(place / "class", LESSON)
    with Shelf(place / "reports") as shelf:
        finished = [*batch.run(batch.Batch(LESSON, entries, _pool, 4), shelf)]
    assert len(finished) == students and all(one.kept for one in finished)
    return cpu.used() - began


def _write(place: Path, students: list[str]) -> None:
    """A class of empty folders, and their reports."""
    conditions = batch.digest(batch.conditions_of(LESSON, confined=True))
    line = {"lesson": LESSON.name, "status": "graded", "submission": "sha256:1", "conditions": conditions}
    (place / "reports" / ".grader").mkdir(parents=True)
    with (place / "reports" / ".grader" / "journal.jsonl").open("w") as journal:
        for number, student in enumerate(students):
            report = place / "reports" / student
            report.mkdir()
            (place / "class" / student).mkdir(parents=True)
            kind = _KINDS[number % len(_KINDS)]
            grade = replace(kind, student=replace(kind.student, id=student, name=student))
            (report / "grade.json").write_bytes(record.dumps(grade))
            journal.write(
                json.dumps({"schema": SCHEMA, "student": student, "folder": student, **line}) + "\n"
            )


if __name__ == "__main__":
    main(int(sys.argv[1]))
