"""Does the kit have all that grading a lesson needs? A missing part is the kit's fault, not the student's."""

import ast
from collections.abc import Iterator
from pathlib import Path

from grader.checking import diagnosis
from grader.errors import KitError
from grader.model import Lesson

_WORKING = "exercises that build on others are graded with it; use a complete kit, or name one with --kit"


def require_whole(lesson: Lesson) -> None:
    """KitError, naming the first part that is missing or broken: checks, solutions, stubs, wrong models."""
    for exercise in lesson.exercises:
        _text(lesson, lesson.suite / f"test_{exercise.name}.py", f"it holds the checks of `{exercise.name}`")
    require_solutions(lesson)
    for file in lesson.files:
        _text(lesson, lesson.solutions / file, "when grading goes wrong, the grader tries the solution too")
    _text(lesson, lesson.stubs / lesson.written_file, "answers are compared with it; run `grader stubs`")
    diagnosis.studies(lesson)


def require_solutions(lesson: Lesson) -> None:
    """KitError unless there is a working version of everything that other exercises build on."""
    for exercise in lesson.exercises:
        for need in (lesson.exercise(name) for name in exercise.needs):
            defined = set(_defined(lesson, lesson.solutions / need.file))
            for name in need.defines if need.file == exercise.file else ():
                if name not in defined:
                    raise KitError(f"solutions/{lesson.name}/{need.file} has no function `{name}`", _WORKING)
            if (extra := lesson.suite / f"extra_{need.file}").exists():
                list(_defined(lesson, extra))


def _defined(lesson: Lesson, path: Path) -> Iterator[str]:
    """The functions and methods that a file of ours defines, by all their names."""
    text = _text(lesson, path, _WORKING)
    try:
        body = ast.parse(text).body
    except (SyntaxError, ValueError) as error:
        raise KitError(f"{_shown(lesson, path)} is no Python: {error}", _WORKING) from None
    classes = (node.body for node in body if isinstance(node, ast.ClassDef))
    yield from (node.name for node in body if isinstance(node, ast.FunctionDef))
    yield from (name for inside in classes for node in inside for name in _names(node))


def _names(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef):
        yield node.name
    elif isinstance(node, ast.Assign):
        yield from (target.id for target in node.targets if isinstance(target, ast.Name))


def _text(lesson: Lesson, path: Path, why: str) -> str:
    """The text of a file of ours; KitError, saying why it is needed, when it cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise KitError(f"{_shown(lesson, path)} is missing", why) from None
    except OSError as error:
        raise KitError(f"{_shown(lesson, path)} cannot be read: {error.strerror}", why) from None
    except UnicodeDecodeError:
        raise KitError(f"{_shown(lesson, path)} is not UTF-8 text", why) from None


def _shown(lesson: Lesson, path: Path) -> str:
    return path.relative_to(lesson.root).as_posix()
