"""Many submissions in any pool of workers: nothing is lost, nothing is done twice.

Jobs run in workers, and only this side writes. A grade counts as soon as its report and its line in the
journal are on disk. The next run grades what has changed since.
"""

import hashlib
import json
import platform
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from grader import text
from grader.errors import UsageError
from grader.grading import changes, classlist, dispatch, finals, policies, record, sources
from grader.grading.changes import Change, Conditions
from grader.grading.dispatch import OpenPool, Pools
from grader.grading.grading import kit_version
from grader.grading.job import Graded, Job
from grader.grading.journal import JournalLine
from grader.grading.markbook import Markbook
from grader.grading.shelf import Shelf, is_course
from grader.intake import intake
from grader.lesson import catalog
from grader.model import Grade, Lesson
from grader.naming import report_folder_name
from grader.policy import to_table
from grader.telling import report

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
    at_once: int = dispatch.AT_ONCE  # 1 where each job is looked at before it is sent away


def run(batch: Batch, shelf: Shelf) -> Generator[Finished, None, Iterable[Grade]]:
    """Grade what has changed, in any order, then write the pages of the class. Returns summaries of it.

    KitError and UsageError end the batch; whatever else goes wrong costs one submission its grade.
    """
    grades = shelf.summaries()
    require_same_lesson(batch.lesson, (grade.lesson for grade in grades.values()), shelf.out)
    books = finals.opened(shelf, _marked(shelf, grades)).by_student()
    conditions = conditions_of(batch.lesson, confined=batch.confined)
    policy = policies.kept(shelf.out)
    jobs = [
        replace(_job(batch, entry, conditions, shelf, grades, books), policy=policy)
        for entry in batch.entries
    ]
    for done, outcome in dispatch.outcomes(jobs, Pools(batch.open_pool, batch.width, batch.at_once)):
        folder = report_folder_name(done.entry.student.id)
        if outcome is None:
            yield Finished(grades[folder], kept=True)
        else:
            yield _finished(folder, outcome, conditions, shelf)
            grades[folder] = record.summary_of(outcome.grade)
    publish(batch.lesson, grades.values(), shelf)
    return grades.values()


def _finished(folder: str, outcome: Graded, conditions: Conditions, shelf: Shelf) -> Finished:
    """A new grade, once it is on disk. From there on only summaries of it are held."""
    before, then = shelf.grade(folder), shelf.conditions(folder)
    change = changes.between(before, outcome.grade, then, conditions) if before else None
    if change:
        shelf.history.add(change)
    shelf.put(_line(folder, outcome, digest(conditions)), outcome.files)
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
    """Write the pages of the class; they are the same in whatever order the grades come.

    What stands there as it should be is left alone.
    """
    found, roster = list(grades), classlist.load(shelf.out)
    in_course = is_course(shelf.out.parent)
    changed, policy = shelf.history.changes(found), policies.kept(shelf.out)
    kept, own = shelf.keep(found), [catalog.digest(lesson), sources.digest()]
    rest = [repr(roster), json.dumps(to_table(policy)), repr(changed), str(in_course)]
    all_of_it, exercises = _joined([kept.said, *own, *rest]), _joined([kept.exercises, *own])
    makers: dict[str, tuple[str, Callable[[], str | Iterable[str]]]] = {
        "grades.csv": (all_of_it, lambda: report.grades_csv(found, lesson, roster, policy)),
        "index.html": (
            all_of_it,
            lambda: report.index_parts(found, lesson, roster, changed, policy, in_course=in_course),
        ),
        "wall.html": (exercises, lambda: report.wall_page(found, lesson, lambda grade: _code(shelf, grade))),
    }
    if changed:
        makers["changes.csv"] = all_of_it, lambda: report.changes_csv(changed)
    shelf.pages.renew(shelf.write, makers)


def _joined(texts: Iterable[str]) -> str:
    return f"sha256:{hashlib.sha256(chr(0).join(texts).encode('utf-8', 'backslashreplace')).hexdigest()}"


def _code(shelf: Shelf, grade: Grade) -> Mapping[str, str]:
    return shelf.handed_in(intake.report_folder_name(grade.student.id))


# --- what has changed --------------------------------------------------------------------------


def _job(
    batch: Batch,
    entry: intake.Entry,
    conditions: Conditions,
    shelf: Shelf,
    grades: Mapping[str, Grade],
    books: Mapping[str, Markbook],
) -> Job:
    folder, known = report_folder_name(entry.student.id), ""
    shelf.require_free(folder)
    line = shelf.journal.lines.get(entry.student.id)
    # What could not be graded is worth another try, whether it has changed or not.
    if line and line.conditions == digest(conditions) and line.status == "graded" and folder in grades:
        known = line.submission
    marks = books.get(entry.student.id, Markbook()) if books else None
    return Job(batch.lesson, entry, batch.confined, known, marks, conditions)


def _line(folder: str, outcome: Graded, conditions: str) -> JournalLine:
    grade = outcome.grade
    return JournalLine(grade.student.id, folder, grade.lesson, grade.status, outcome.digest, conditions)


def conditions_of(lesson: Lesson, *, confined: bool) -> Conditions:
    """All that a grade depends on, besides the submission and what people decided."""
    return {
        changes.LESSON: catalog.digest(lesson),
        changes.KIT: kit_version(),
        changes.CODE: sources.digest(),
        changes.PYTHON: platform.python_version(),
        **{package: _version(package) for package in _DEPENDENCIES},
        "locked in": "yes" if confined else "no",
    }


def digest(conditions: Conditions) -> str:
    """The digest of all conditions."""
    return _joined(conditions.values())


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"


def require_same_lesson(lesson: Lesson, found: Iterable[str], out: Path) -> None:
    """UsageError when the reports in `out` are not all of this lesson."""
    if others := {*found} - {lesson.name}:
        raise UsageError(
            f"{out} holds reports of another lesson: {', '.join(sorted(map(text.one_line, others)))}",
            "choose another folder with --out",
        )
