"""A course of several lessons: reports of each lesson in a folder of its own, and pages of all above them.

    REPORTS/
      course.json             which lessons there are
      index.html  grades.csv  the course: points of each lesson, and their sum
      <lesson>/               all that REPORTS holds where there is one lesson: see `shelf`
      students/<student>/     report.html and a page for each lesson, to be given back as they are

A lesson is graded, stopped, gone on with, marked and merged as it would be alone. The pages above are made of
what the lessons' folders hold, so they can be made again at any time.
"""

import json
import os
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from grader import text
from grader.errors import UsageError
from grader.grading import classlist, policies
from grader.grading.batch import Finished
from grader.grading.disk import told
from grader.grading.shelf import COURSE, RECORD, Shelf, is_course
from grader.model import Grade, Lesson, Student
from grader.telling import report

SCHEMA = "learning-loop/course/1"
_PAGE = "report.html"

GradeLesson = Callable[[Lesson, Path], Generator[Finished, None, Iterable[Grade]]]


def run(every: Sequence[Lesson], now: Sequence[Lesson], out: Path, one: GradeLesson) -> Iterator[Finished]:
    """Have `one` grade each lesson of `now` into its folder, then write the pages of the course.

    `every` are the lessons of the kit, in their order. UsageError when `out` holds other reports.
    """
    with Shelf(out) as shelf:
        lessons = begin(every, now, shelf)
        found: dict[str, Mapping[Student, report.Result]] = {}
        for lesson in now:
            grades = yield from one(lesson, out / lesson.name)
            found[lesson.name] = report.results(grades, lesson, policies.kept(out / lesson.name))
        publish(lessons, shelf, found)


def begin(every: Sequence[Lesson], now: Iterable[Lesson], shelf: Shelf) -> list[Lesson]:
    """The lessons that this folder holds from now on. UsageError when it holds reports of a single lesson."""
    if any(shelf.out.glob(f"*/{RECORD}")):
        raise UsageError(
            f"{shelf.out} holds the reports of one lesson, and not of a course",
            "choose another folder with --out",
        )
    names = {*held(shelf.out), *(lesson.name for lesson in now)}
    lessons = [lesson for lesson in every if lesson.name in names]
    table = {"schema": SCHEMA, "lessons": [lesson.name for lesson in lessons]}
    shelf.write(COURSE, f"{json.dumps(table)}\n")
    return lessons


def held(out: Path) -> list[str]:
    """The lessons of the course in `out`; [] where there is none. UsageError when nobody can tell."""
    path = out / COURSE
    try:
        table = json.loads(path.read_bytes())
        names = table["lessons"]
        if table["schema"] != SCHEMA or not all(type(name) is str for name in names):
            raise ValueError(f"its schema is not {SCHEMA}")
        return list(names)
    except FileNotFoundError:
        return []
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise UsageError(f"{path} cannot be read: {error}", "remove it, and grade the course again") from None


def prepare(every: Sequence[Lesson], names: Iterable[str], out: Path) -> list[Lesson]:
    """Let `out` hold these lessons, too, and return them. UsageError where the kit has no such lesson."""
    chosen = [lesson for lesson in every if lesson.name in names]
    if unknown := sorted({*names} - {lesson.name for lesson in chosen}):
        hint = "name their kit with --kit"
        raise UsageError(f"the kit has no lesson {', '.join(map(text.one_line, unknown))}", hint)
    with Shelf(out) as shelf:
        begin(every, chosen, shelf)
    return chosen


def places(out: Path, lesson: str | None) -> list[Path]:
    """The folders of reports of one lesson each: `out` itself, or those of a course, or the one named."""
    names = held(out)
    return [out / name for name in names if lesson in (None, name)] if names else [out]


def require_none(out: Path) -> None:
    """UsageError where one lesson is needed and there are several."""
    if is_course(out):
        names = ", ".join(map(text.one_line, held(out)))
        raise UsageError(f"{out} holds a course of several lessons", f"name one with --lesson: {names}")


def again(every: Sequence[Lesson], out: Path) -> None:
    """Write the pages of a course once more, after reports of a lesson have changed."""
    with Shelf(out) as shelf:
        names = held(out)
        publish([lesson for lesson in every if lesson.name in names], shelf, {})


def publish(lessons: Sequence[Lesson], shelf: Shelf, found: report.ByLesson) -> None:
    """The pages of the course, of what was just `found` and of what the other lessons' folders hold."""
    known = {
        lesson.name: found.get(lesson.name) or _read(lesson, shelf.out / lesson.name) for lesson in lessons
    }
    rules = {lesson.name: policies.kept(shelf.out / lesson.name) for lesson in lessons}
    rosters = [classlist.load(shelf.out / lesson.name) for lesson in lessons]
    made = report.joined(lessons, known, rules, rosters)
    for learner in made.learners:
        _hand_back(learner, made, shelf)
    shelf.write("grades.csv", report.course_csv(made))
    shelf.write("index.html", report.course_parts(made))


def _read(lesson: Lesson, folder: Path) -> Mapping[Student, report.Result]:
    if not folder.is_dir():
        return {}
    with Shelf(folder) as shelf:
        return report.results(shelf.summaries().values(), lesson, policies.kept(folder))


# --- what is given back ------------------------------------------------------------------------


def _hand_back(learner: report.Learner, made: report.Course, shelf: Shelf) -> None:
    """One student's folder. Writing what is there already would cost a large class minutes."""
    where = report.handed_back(learner.student)
    place = shelf.out / where
    with told(place):
        place.mkdir(parents=True, exist_ok=True)
        for lesson in made.lessons:
            _share(shelf, f"{lesson.name}/{place.name}/{_PAGE}", f"{where}/{lesson.name}.html")
    page = report.learner(learner, made)
    if not _says(place / _PAGE, page):
        shelf.write(f"{where}/{_PAGE}", page)


def _share(shelf: Shelf, name: str, other: str) -> None:
    """A lesson's report once more, with a link to the page beside it. The time of the two is one."""
    source, target = shelf.out / name, shelf.out / other
    if not source.is_file() or (target.exists() and _time(target) == _time(source)):
        return
    new, time = shelf.new(), _time(source)
    new.write_bytes(report.within_course(source.read_bytes()))
    os.utime(new, ns=(time, time))
    new.replace(target)


def _time(path: Path) -> int:
    return path.stat().st_mtime_ns


def _says(path: Path, page: str) -> bool:
    try:
        return path.read_bytes() == page.encode("utf-8", "backslashreplace")
    except OSError:
        return False
