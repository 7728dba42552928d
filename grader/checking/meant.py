"""Which checks are meant by a path that holds none: `pytest exercises/first_loop/engine.py`, say."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from grader.errors import KitError
from grader.lesson import catalog


def checks(root: Path, everything: Sequence[str], given: str, here: Path) -> list[str]:
    """The paths to check in place of the path `given`, seen from `here`; `given` itself where it is meant.

    A student's file means the checks of its exercises, a folder of files a lesson; a folder that holds more
    than lessons means `everything`, which is what a bare `pytest` runs.
    """
    path = (here / given.partition("::")[0]).resolve()
    if not path.exists():  # pytest says so
        return [given]
    if path in (root, root / "tests", root / "exercises"):
        return [str(root / name) for name in everything]
    if not path.is_relative_to(root / "exercises"):
        return [given]
    lesson, *rest = path.relative_to(root / "exercises").parts
    if not (root / "tests" / lesson).is_dir():
        return [str(root / name) for name in everything]
    return [*_of_file(root, lesson, "/".join(rest))] or [str(root / "tests" / lesson)]


def _of_file(root: Path, name: str, file: str) -> Iterator[str]:
    """The suites of the exercises that stand in one file of a lesson."""
    try:
        lesson = catalog.load(root, name)
    except KitError:  # it is told when the lesson is collected
        return
    exercises = [exercise.name for exercise in lesson.exercises if exercise.file == file]
    for stem in [*exercises, *([Path(file).stem] if file == lesson.written_file else [])]:
        yield str(lesson.suite / f"test_{stem}.py")
