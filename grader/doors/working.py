"""Working versions of the exercises that a check needs and that a student has not done (follow-through).

They run in the box, where student code can read everything. So only what the check needs goes in: functions
of other exercises are cut out, above all the one that is being checked, and so are all comments and
docstrings.
"""

import ast
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from grader.model import Lesson
from grader.student import Stopped


@dataclass(frozen=True, slots=True)
class Working:
    """What stands in for a student's code. Falsy when nothing does."""

    replaced: Mapping[str, str] = field(default_factory=dict)  # module → source that takes its place
    patches: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # module → {source: names of it}

    def __bool__(self) -> bool:
        return bool(self.replaced or self.patches)

    def over(self, kept: Collection[str]) -> tuple[dict[str, str], dict[str, Mapping[str, str]]]:
        """The versions that take the place of a whole module, and those that replace only names in one.

        Of the modules `kept`, which can be imported, only names are replaced, so that other files still find
        whatever else the student wrote there.
        """
        whole = {name: source for name, source in self.replaced.items() if name not in kept}
        names = {name: {source: ""} for name, source in self.replaced.items() if name in kept}
        return whole, {**self.patches, **names}


def waiting_for(exercises: Iterable[str]) -> Stopped:
    """What ends a check that needs these exercises, where nothing stands in for them."""
    return Stopped("waiting", f"waiting for {' and '.join(f'`{name}`' for name in exercises)}")


def at_hand(lesson: Lesson) -> bool:
    """Whether there are working versions of what exercises of this lesson need; a student may have none."""
    needed = {lesson.exercise(need).file for exercise in lesson.exercises for need in exercise.needs}
    return all((lesson.solutions / file).is_file() for file in needed)


@cache
def working_versions(lesson: Lesson, exercise: str, undone: tuple[str, ...]) -> Working:
    """What a check of `exercise` needs when the exercises `undone` are not done.

    Other files are replaced as a whole; of the file that is being checked, single functions.
    """
    if not undone:
        return Working()
    own_file = lesson.exercise(exercise).file
    files = {lesson.exercise(need).file for need in undone}
    needed = frozenset(lesson.exercise(exercise).needs)
    replaced = {Path(f).stem: _source(lesson, f, needed) for f in sorted(files - {own_file})}
    if own_file not in files:
        return Working(replaced)
    beside = [lesson.exercise(need) for need in undone if lesson.exercise(need).file == own_file]
    names = [name for need in beside for name in need.defines]
    return Working(replaced, {Path(own_file).stem: {_source(lesson, own_file, needed): " ".join(names)}})


def _source(lesson: Lesson, file: str, needed: frozenset[str]) -> str:
    """The solution of `file` without other exercises, and what `extra_<file>` of the suite adds to it."""
    others = {name for e in lesson.exercises if e.name not in needed for name in e.defines}
    source = _bare((lesson.solutions / file).read_text(encoding="utf-8"), others)
    extra = lesson.suite / f"extra_{file}"
    if not extra.exists():
        return source
    return f"{source}\n{_bare(extra.read_text(encoding='utf-8'), others)}\n"


def _bare(source: str, others: set[str]) -> str:
    """`source` without the functions `others`, comments and docstrings."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            kept = [child for child in node.body if not _is_text(child) and not _defines(child, others)]
            node.body = kept or [ast.Pass()]
    return ast.unparse(tree)


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _defines(node: ast.stmt, names: set[str]) -> bool:
    return isinstance(node, ast.FunctionDef) and node.name in names
