"""Which modules a student's own pytest needs, read from their imports: a list by hand would rot.

Imports inside of functions count too. A package that is reached brings its files that are no code, such as
templates.
"""

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

from grader.model import Lesson

_HOME = Path(__file__).parents[2]
# What pytest, a notebook, CI and the lessons' authors name: nothing else of grader/ is reached from outside.
_FACES = ("checks", "elsewhere", "feedback", "kernel", "misconceptions")
_DATA = (".css", ".j2", ".typed")

Sources = dict[str, bytes]  # path in the repository → content


def needed(lessons: Iterable[Lesson], made: Sources) -> Sources:
    """The modules of grader/ and tests/ that the checks of these lessons need, and the files beside them.

    `made` are modules that stand in the place of the kit's own, and need others as these do.
    """
    lessons = list(lessons)
    homes = (lessons[0].root, _HOME)
    starts = [_HOME / "grader" / f"{face}.py" for face in _FACES]
    starts += [path for lesson in lessons for path in _suite(lesson)]
    asked = (n for name, text in made.items() if name.endswith(".py") for n in _names(text, name))
    starts += [path for name in asked for path in _places(name, homes, made)]
    found = dict(sorted(_reached(starts, homes, made).items()))
    folders = {path.parent for path in found.values() if path.is_relative_to(_HOME / "grader")}
    data = sorted(p for folder in folders for p in folder.iterdir() if p.suffix in _DATA)
    named = {**found, **{path.relative_to(_HOME).as_posix(): path for path in data}}
    return {name: path.read_bytes() for name, path in named.items()}


def _suite(lesson: Lesson) -> list[Path]:
    """Where pytest begins to read the suite of a lesson."""
    own = [path for path in (lesson.suite / "conftest.py",) if path.exists()]
    return [*own, *sorted(lesson.suite.glob("test_*.py"))]


def _reached(starts: Iterable[Path], homes: tuple[Path, ...], made: Sources) -> dict[str, Path]:
    """`starts` and every module of ours that they import, by its path below its home."""
    found: dict[str, Path] = {}
    waiting = list(starts)
    while waiting:
        path = waiting.pop()
        home = next(home for home in homes if path.is_relative_to(home))
        name = path.relative_to(home).as_posix()
        if name not in found:
            found[name] = path
            asked = _names(path.read_bytes(), name)
            waiting += [place for each in asked for place in _places(each, homes, made)]
    return found


def _names(text: bytes, name: str) -> Iterator[str]:
    """The dotted names that a module imports, and its own, which stands for the packages around it."""
    yield name.removesuffix(".py").replace("/", ".")
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _places(name: str, homes: tuple[Path, ...], made: Sources) -> Iterator[Path]:
    """The files that Python reads for a dotted name of ours, packages first, but none of what is made."""
    parts = name.split(".")
    if parts[0] not in ("grader", "tests"):
        return
    for length in range(1, len(parts) + 1):
        below = Path(*parts[:length])
        if (below / "__init__.py").as_posix() in made:
            return
        tried = (
            home / place for home in homes for place in (below / "__init__.py", below.with_suffix(".py"))
        )
        if found := next((path for path in tried if path.is_file()), None):
            yield found
