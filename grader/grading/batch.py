"""Many submissions in any pool of workers: nothing is lost, nothing is done twice.

Jobs run in workers, and only this side writes. A grade counts as soon as its report and its line in the
journal are on disk. The next run grades what has changed since.

A worker that dies takes its pool with it, on this machine; on a cluster only its job is lost. Lost jobs are
tried again, each alone: so the submission that kills workers is found out, and no other is blamed for it.
"""

import hashlib
import platform
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import AbstractContextManager
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, Protocol

from grader import text
from grader.errors import GraderError, UsageError
from grader.grading import changes, finals, job, record
from grader.grading.changes import Change, Conditions
from grader.grading.grading import kit_version
from grader.grading.job import Job, Outcome
from grader.grading.journal import Line
from grader.grading.markbook import Markbook
from grader.grading.shelf import Shelf
from grader.intake import intake
from grader.lesson import catalog
from grader.model import Grade, Lesson
from grader.telling import report

Task = Callable[[Any], Any]  # with a job, or with several
Work = tuple[Job, ...]  # one to grade, or several that may be what was graded before


class Pool(Protocol):
    """Where jobs are done: in processes of this machine (`workers`), or on a cluster (`cluster`)."""

    def submit(self, task: Task, work: Any, /) -> Future[Any]:
        """Have `task` done with its work; the future fails when that is lost, by whatever happens there."""


OpenPool = Callable[[], AbstractContextManager[Pool]]

_WHILE = 1.0  # seconds, after which the width is asked for again
AT_ONCE = 50  # submissions that a worker looks at to see whether they have changed
TRIES = 4  # for a submission that was in the pool when a worker died
_LOST = (
    "the processes that grade end without an answer, also without the submission; grade it again on a "
    "machine with more memory, and please report this if it stays so"
)
_DEPENDENCIES = ("pytest", "hypothesis")  # other versions may mean other examples


@dataclass(frozen=True, slots=True)
class Finished:
    """A grade that is on disk. `kept` says that nothing had changed, so it was not graded again.

    `before` is the grade that it replaces, and `change` says how it differs from that one, if it does. Both
    grades are summaries, see `grader.grading.record.summary`.
    """

    grade: Grade
    kept: bool
    before: Grade | None = None
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """What to grade, and how. `width` is how many jobs a pool has at a time, or a function that tells."""

    lesson: Lesson
    entries: Sequence[intake.Entry]
    open_pool: OpenPool
    width: int | Callable[[], int]
    confined: bool = True
    at_once: int = AT_ONCE  # 1 where each job is looked at before it is sent away

    def room(self) -> int:
        """How many jobs a pool has at a time, now."""
        return self.width if isinstance(self.width, int) else self.width()


def run(batch: Batch, shelf: Shelf) -> Iterator[Finished]:
    """Grade what has changed, in any order, then write the pages of the class.

    KitError and UsageError end the batch; whatever else goes wrong costs one submission its grade.
    """
    grades = shelf.summaries()
    require_same_lesson(batch.lesson, grades.values(), shelf.out)
    books = finals.opened(shelf, _marked(shelf, grades)).by_student()
    conditions = conditions_of(batch.lesson, confined=batch.confined)
    jobs = [_job(batch, entry, conditions, shelf, grades, books) for entry in batch.entries]
    for done, outcome in _outcomes(jobs, batch):
        folder = _folder(done.entry)
        if outcome is None:
            yield Finished(grades[folder], kept=True)
        else:
            yield _finished(folder, outcome, conditions, shelf)
            grades[folder] = record.summary_of(outcome.grade)
    publish(batch.lesson, grades.values(), shelf)


def _finished(folder: str, outcome: Outcome, conditions: Conditions, shelf: Shelf) -> Finished:
    """A new grade, once it is on disk. From there on only summaries of it are held."""
    before, then = shelf.grade(folder), shelf.conditions(folder)
    shelf.put(_line(folder, outcome, digest(conditions)), outcome.files)
    change = changes.between(before, outcome.grade, then, conditions) if before else None
    known = record.summary_of(before) if before else None
    return Finished(record.summary_of(outcome.grade), kept=False, before=known, change=change)


def _marked(shelf: Shelf, grades: Mapping[str, Grade]) -> Iterator[Grade]:
    """The whole grades of those in which a person has given points."""
    for folder, grade in grades.items():
        if any(result.points is not None for result in grade.written):
            whole = shelf.grade(folder)
            if whole is not None:
                yield whole


def publish(lesson: Lesson, grades: Iterable[Grade], shelf: Shelf) -> None:
    """Write the pages of the class; they are the same in whatever order the grades come."""
    found = list(grades)
    shelf.write("grades.csv", report.grades_csv(found, lesson))
    shelf.write("index.html", report.index_parts(found, lesson))


def render_again(lesson: Lesson, shelf: Shelf) -> int:
    """Render every page from the grades on the shelf; returns how many students there are."""
    grades = shelf.grades()
    require_same_lesson(lesson, grades.values(), shelf.out)
    for folder, grade in grades.items():
        shelf.write(f"{folder}/report.html", report.html(grade, lesson))
        shelf.write(f"{folder}/report.md", report.markdown(grade, lesson))
    publish(lesson, grades.values(), shelf)
    return len(grades)


# --- what has changed --------------------------------------------------------------------------


def _job(
    batch: Batch,
    entry: intake.Entry,
    conditions: Conditions,
    shelf: Shelf,
    grades: Mapping[str, Grade],
    books: Mapping[str, Markbook],
) -> Job:
    folder, known = _folder(entry), ""
    shelf.require_free(folder)
    line = shelf.journal.lines.get(entry.student.id)
    # What could not be graded is worth another try, whether it has changed or not.
    if line and line.conditions == digest(conditions) and line.status == "graded" and folder in grades:
        known = line.submission
    marks = books.get(entry.student.id, Markbook()) if books else None
    return Job(batch.lesson, entry, batch.confined, known, marks, conditions)


def _line(folder: str, outcome: Outcome, conditions: str) -> Line:
    grade = outcome.grade
    return Line(grade.student.id, folder, grade.lesson, grade.status, outcome.digest, conditions)


def _folder(entry: intake.Entry) -> str:
    return intake.report_folder_name(entry.student.id)


def conditions_of(lesson: Lesson, *, confined: bool) -> Conditions:
    """All that a grade depends on, besides the submission and what people decided."""
    return {
        changes.LESSON: catalog.digest(lesson),
        changes.KIT: kit_version(),
        changes.CODE: _sources(),
        changes.PYTHON: platform.python_version(),
        **{package: _version(package) for package in _DEPENDENCIES},
        "locked in": "yes" if confined else "no",
    }


def digest(conditions: Conditions) -> str:
    """The digest of all conditions."""
    joined = "\0".join(conditions.values())
    return f"sha256:{hashlib.sha256(joined.encode()).hexdigest()}"


def _sources() -> str:
    """The digest of the grader's own code and templates."""
    total, own = hashlib.sha256(), Path(__file__).parents[1]
    for path in sorted(p for p in own.rglob("*") if p.suffix in {".py", ".j2", ".css"}):
        total.update(f"{path.relative_to(own).as_posix()}\0".encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"


def require_same_lesson(lesson: Lesson, grades: Iterable[Grade], out: Path) -> None:
    """UsageError when there are reports of another lesson in `out`."""
    if others := {grade.lesson for grade in grades} - {lesson.name}:
        raise UsageError(
            f"{out} holds reports of another lesson: {', '.join(sorted(map(text.one_line, others)))}",
            "choose another folder with --out",
        )


# --- pools -------------------------------------------------------------------------------------


def _outcomes(jobs: Sequence[Job], batch: Batch) -> Iterator[tuple[Job, Outcome | None]]:
    waiting, suspects = deque(_works(jobs, batch.at_once)), list[Job]()
    while waiting:
        lost = yield from _together(waiting, batch, job.run)
        # Of several that were only looked at, each waits to be tried with others.
        waiting.extend((each,) for work in lost if len(work) > 1 for each in work)
        suspects += [work[0] for work in lost if len(work) == 1]
    for suspect in suspects:
        yield suspect, _alone(suspect, batch)


def _works(jobs: Sequence[Job], at_once: int) -> Iterator[Work]:
    """To see that a submission has not changed takes less than a word to a worker, so many go at once."""
    known = [job for job in jobs if job.known]
    yield from (tuple(known[at : at + at_once]) for at in range(0, len(known), at_once))
    yield from ((job,) for job in jobs if not job.known)


def _together(
    waiting: deque[Work], batch: Batch, task: Task
) -> Generator[tuple[Job, Outcome | None], None, list[Work]]:
    """Have all that waits done, until none waits or the pool breaks. Returns what was lost in it."""
    running: dict[Future[Any], Work] = {}
    lost: list[Work] = []
    with batch.open_pool() as pool:
        while waiting or running:
            whole = _fill(pool, waiting, running, batch.room(), task)
            if not whole and not running:
                return lost or [waiting.popleft()]
            for future in _done(running):
                work = running.pop(future)
                try:
                    result = future.result()
                except GraderError:
                    raise
                except Exception:  # what a dead worker raises depends on the pool
                    lost.append(work)
                    continue
                yield from _told(work, result, waiting)
    return lost


def _fill(pool: Pool, waiting: deque[Work], running: dict[Future[Any], Work], width: int, task: Task) -> bool:
    """Hand in as much as the pool takes; False when it takes nothing any more."""
    try:
        while waiting and len(running) < width:
            work = waiting[0]
            future = pool.submit(task, work[0]) if len(work) == 1 else pool.submit(job.unchanged, work)
            running[future] = waiting.popleft()
    except GraderError:
        raise
    except Exception:
        return False
    return True


def _told(work: Work, result: Any, waiting: deque[Work]) -> Iterator[tuple[Job, Outcome | None]]:
    """What a worker has answered. Those of several that have changed wait to be graded."""
    if len(work) == 1:
        yield work[0], result
        return
    for each, same in zip(work, result, strict=True):
        if same:
            yield each, None
        else:
            waiting.append((each,))


def _done(running: Mapping[Future[Any], Work]) -> list[Future[Any]]:
    """What is done after at most a while, in the order in which it was handed in."""
    if not running:
        time.sleep(_WHILE)
    done, _ = wait(running, timeout=_WHILE, return_when=FIRST_COMPLETED)
    return [future for future in running if future in done]


def _alone(suspect: Job, batch: Batch) -> Outcome | None:
    for task in (*[job.run] * TRIES, job.charge):
        for _, outcome in _together(deque([(suspect,)]), batch, task):
            return outcome
    return job.ungraded(suspect, _LOST)
