"""Grades a working tree on a push, and tells whoever asked: GitHub, a report file, or the log."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from grader.checking.wholeness import require_whole
from grader.errors import UsageError
from grader.grading import session
from grader.grading.disk import told, write_whole
from grader.intake import finding, intake
from grader.intake.taken import taken
from grader.model import Grade, Lesson, Student
from grader.telling import report
from grader.telling.exports import classroom50, github, gradescope, junit
from grader.telling.report import words

Environment = Mapping[str, str]


def grade(lesson: Lesson, path: Path, environment: Environment, *, confined: bool) -> Grade:
    """The grade of the one submission at `path`: the lesson's folder, or a folder above it.

    KitError when the kit lacks a part that grading needs.
    """
    require_whole(lesson)
    entries = intake.find(path, lesson)
    if len(entries) > 1:
        raise UsageError(
            f"{path} holds {len(entries)} submissions, and this command grades one",
            "name the folder of the lesson, or use `grader grade` for a class",
        )
    name = environment.get("GITHUB_REPOSITORY") or environment.get("CI_PROJECT_PATH") or lesson.root.name
    entry = replace(entries[0], student=Student(name, name))
    return session.grade(lesson, taken(entry, lesson), confined=confined)


def current(
    lessons: Sequence[Lesson], path: Path, environment: Environment, *, confined: bool
) -> tuple[list[Grade], Lesson]:
    """The grades of the lessons up to the first that has points to win, and that lesson, which comes last.

    With all points in all of them it is the last one.
    """
    grades = list[Grade]()
    for lesson in lessons:
        grades.append(grade(lesson, path, environment, confined=confined))
        if grades[-1].points != grades[-1].max_points:
            break
    return grades, lesson


def finished(grade: Grade) -> str:
    """A line about a lesson with all points, above the report of the one that comes next."""
    got, possible = map(words.points, words.score(grade))
    return f"{grade.lesson_title}: {got} of {possible} points."


def log(grade: Grade, lesson: Lesson, folder: str, environment: Environment) -> str:
    """What the log shows; on GitHub that includes annotations on the lines of the files in `folder`."""
    page = report.markdown(grade, lesson)
    if environment.get("GITHUB_ACTIONS") != "true":
        return page
    return "\n".join([github.stopped(page), *github.annotations(grade, folder), ""])


def write_summary(grade: Grade, lesson: Lesson, environment: Environment) -> None:
    """Add the report to the page that GitHub shows for this step, where there is one."""
    if path := environment.get("GITHUB_STEP_SUMMARY"):
        with told(Path(path)), Path(path).open("a", encoding="utf-8") as page:
            page.write(github.shortened(report.markdown(grade, lesson)))


def write_junit(path: Path, grade: Grade, folder: str) -> None:
    """Write JUnit XML, whole or not at all."""
    write_whole(path, junit.export(grade, folder).encode())


def write_gradescope(path: Path, grade: Grade) -> None:
    """Write Gradescope's results.json; UngradedError, and no file, when there is no grade."""
    write_whole(path, gradescope.export(grade).encode())


def write_classroom50(path: Path, grade: Grade, lesson: Lesson, run: classroom50.Run) -> None:
    """Write classroom50's result.json, and beside it the page that it shows and the report that it attaches.

    UngradedError, and no file, when there is no grade.
    """
    result = classroom50.export(grade, run)
    page = github.shortened(report.markdown(grade, lesson), classroom50.PAGE_LIMIT)
    write_whole(path.with_name(classroom50.PAGE), page.encode())
    write_whole(path.with_name(classroom50.REPORT), report.html(grade, lesson).encode())
    write_whole(path, result.encode())


def reaches(grade: Grade, percent: float) -> bool:
    """Does the grade have this share, from 0 to 100, of the points so far?"""
    got, possible = words.score(grade)
    return 100 * got >= percent * possible - 1e-6  # thirds of a point do not add up exactly


def folder_of(lesson: Lesson, path: Path, environment: Environment) -> str:
    """Where the lesson's files lie, as a path in the repository."""
    homes = (path / home for home in finding.homes(lesson))
    found = next((h for h in homes if any((h / name).is_file() for name in lesson.files)), path)
    top = Path(environment.get("GITHUB_WORKSPACE") or lesson.root).resolve()
    return Path(os.path.relpath(found.resolve(), top)).as_posix()
