"""Which lesson is meant: the one that is named, the kit's only one, or the one that the files belong to."""

import difflib
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from grader.errors import GraderError, KitError, UsageError
from grader.intake import intake
from grader.lesson import catalog
from grader.model import Lesson
from grader.text import one_line


def named(root: Path, name: str) -> Lesson:
    """The lesson `name` of the kit at `root`; KitError, with the name that may be meant, if there is none."""
    known = catalog.lesson_names(root)
    if name not in known and (similar := difflib.get_close_matches(name, known, 1)):
        raise KitError(f"no lesson named {name!r} in {root / 'exercises'}", f"Did you mean {similar[0]!r}?")
    return catalog.load(root, name)


def every(root: Path) -> list[Lesson]:
    """The lessons of the kit, in the order of the course."""
    return [catalog.load(root, name) for name in catalog.lesson_names(root)]


def of_reports(root: Path, name: str | None, lessons: Iterable[str]) -> Lesson:
    """The lesson of reports. UsageError when they are of another one than is named, or of several."""
    found = sorted({*lessons})
    lesson = named(root, name) if name else _only(root) or _spoken_of(root, found)
    if others := [one_line(other) for other in found if other != lesson.name]:
        raise UsageError(
            f"there are reports of {', '.join(others)}, and not of {lesson.name} alone",
            "name their lesson with --lesson, or their kit with --kit",
        )
    return lesson


def of_class(root: Path, names: Sequence[str], path: Path) -> list[Lesson]:
    """The lessons that are named; else those whose own files are in the submissions at `path`, at least one.

    They stand in the order of the course.
    """
    if len(names) > 1:
        chosen = {name: named(root, name) for name in names}
        return [chosen[name] for name in catalog.lesson_names(root) if name in chosen]
    return of_tree(root, names[0] if names else None, path)


def of_tree(root: Path, name: str | None, path: Path) -> list[Lesson]:
    """The lessons whose own files a working tree holds, at least one, in the order of the course."""
    return _held(root, name, path) or [_spoken_of(root, [])]


def _held(root: Path, name: str | None, path: Path) -> list[Lesson]:
    lesson = named(root, name) if name else _only(root)
    if lesson is not None:
        return [lesson]
    if not path.exists():
        raise UsageError(f"{path} is not there", "name the folder or the zip of the submissions")
    lessons = every(root)
    own = catalog.own_files(lessons)
    return [lesson for lesson in lessons if _holds(path, lesson, own[lesson.name])]


def _only(root: Path) -> Lesson | None:
    match catalog.lesson_names(root):
        case [name]:
            return catalog.load(root, name)
        case []:
            raise KitError(
                f"there is no lesson in {root / 'exercises'}", "name the folder of a kit with --kit"
            )
    return None


def _spoken_of(root: Path, found: Sequence[str]) -> Lesson:
    if len(found) == 1:
        return named(root, found[0])
    known = ", ".join(found or catalog.lesson_names(root))
    trouble = (
        "there are files of several lessons" if found else "the files do not say which lesson they are of"
    )
    raise UsageError(trouble, f"name one with --lesson: {known}")


def _holds(path: Path, lesson: Lesson, own: Collection[str]) -> bool:
    """Whether a submission at `path` has one of the lesson's `own` files."""
    return any(not files.isdisjoint(own) for files in _files(path, lesson))


def _files(path: Path, lesson: Lesson) -> Iterator[set[str]]:
    """The lesson's files in each submission, as far as it can be read as one of this lesson."""
    try:
        for entry in intake.find(path, lesson):
            try:
                yield intake.read(entry, lesson).files.keys() & set(lesson.files)
            except GraderError:
                continue
    except UsageError:
        return
