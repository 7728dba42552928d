"""Many submissions on any `concurrent.futures.Executor`: nothing is lost, nothing is done twice.

Jobs run in workers; this side alone writes, so a grade counts from the moment that its report and its line
in the journal are on disk. Running again grades what has changed since.

A worker that dies takes its pool with it. The jobs that were in it are then tried again, each in a pool of
its own: so the submission that kills workers is found out, and no other is blamed for it.
"""

import hashlib
import platform
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import AbstractContextManager
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from grader import text
from grader.errors import GraderError, UsageError
from grader.grading import changes, finals, job
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

OpenPool = Callable[[], AbstractContextManager[Executor]]

TRIES = 2  # for a submission that was in the pool when a worker died
_LOST = (
    "the processes that grade end without an answer, also without the submission; grade it again on a "
    "machine with more memory, and please report this if it stays so"
)
_DEPENDENCIES = ("pytest", "hypothesis")  # other versions may mean other examples


@dataclass(frozen=True, slots=True)
class Finished:
    """A grade that is on disk. `kept` says that nothing had changed, so it was not graded again.

    `before` is the grade that it replaces, and `change` says how it differs from that one, if it does.
    """

    grade: Grade
    kept: bool
    before: Grade | None = None
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """What to grade, and how. `width` is how many jobs are handed to a pool at a time."""

    lesson: Lesson
    entries: Sequence[intake.Entry]
    open_pool: OpenPool
    width: int
    confined: bool = True


def run(batch: Batch, shelf: Shelf) -> Iterator[Finished]:
    """Grade what has changed, in any order, then write the pages of the class.

    KitError and UsageError end the batch; whatever else goes wrong costs one submission its grade.
    """
    grades = shelf.grades()
    require_same_lesson(batch.lesson, grades.values(), shelf.out)
    book = finals.opened(shelf, grades.values())
    conditions = conditions_of(batch.lesson, confined=batch.confined)
    jobs = [_job(batch, entry, conditions, shelf, grades, book) for entry in batch.entries]
    for done, outcome in _outcomes(jobs, batch.open_pool, batch.width):
        folder = _folder(done.entry)
        if outcome is None:
            yield Finished(grades[folder], kept=True)
            continue
        before, then = grades.get(folder), shelf.conditions(folder)
        grades[folder] = outcome.grade
        shelf.put(_line(folder, outcome, digest(conditions)), outcome.files)
        change = changes.between(before, outcome.grade, then, conditions) if before else None
        yield Finished(outcome.grade, kept=False, before=before, change=change)
    publish(batch.lesson, grades.values(), shelf)


def publish(lesson: Lesson, grades: Iterable[Grade], shelf: Shelf) -> None:
    """Write the pages of the class; they are the same in whatever order the grades come."""
    found = list(grades)
    shelf.write("grades.csv", report.grades_csv(found, lesson))
    shelf.write("index.html", report.index(found, lesson))


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
    book: Markbook,
) -> Job:
    folder, known = _folder(entry), ""
    shelf.require_free(folder)
    line = shelf.journal.lines.get(entry.student.id)
    # What could not be graded is worth another try, whether it has changed or not.
    if line and line.conditions == digest(conditions) and line.status == "graded" and folder in grades:
        known = line.submission
    marks = book.of(entry.student) if any(book) else None
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


def _outcomes(jobs: Iterable[Job], open_pool: OpenPool, width: int) -> Iterator[tuple[Job, Outcome | None]]:
    waiting, suspects = deque(jobs), list[Job]()
    while waiting:
        suspects += yield from _together(waiting, open_pool, width)
    for suspect in suspects:
        yield suspect, _alone(suspect, open_pool)


def _together(
    waiting: deque[Job], open_pool: OpenPool, width: int
) -> Generator[tuple[Job, Outcome | None], None, list[Job]]:
    """Run jobs until none waits or the pool breaks. Returns those that were in the pool when it broke."""
    running: dict[Future[Outcome | None], Job] = {}
    with open_pool() as pool:
        while waiting or running:
            try:
                _fill(pool, waiting, running, width)
                done, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in [f for f in running if f in done]:
                    outcome = future.result()
                    yield running.pop(future), outcome
            except GraderError:
                raise
            except Exception:  # what a dead worker raises depends on the executor
                return list(running.values()) or [waiting.popleft()]
    return []


def _fill(
    pool: Executor, waiting: deque[Job], running: dict[Future[Outcome | None], Job], width: int
) -> None:
    while waiting and len(running) < width:
        future = pool.submit(job.run, waiting[0])
        running[future] = waiting.popleft()


def _alone(suspect: Job, open_pool: OpenPool) -> Outcome | None:
    for _ in range(TRIES):
        try:
            with open_pool() as pool:
                return pool.submit(job.run, suspect).result()
        except GraderError:
            raise
        except Exception:
            continue
    try:
        with open_pool() as pool:
            return pool.submit(job.charge, suspect).result()
    except GraderError:
        raise
    except Exception:
        return job.ungraded(suspect, _LOST)
