"""What a name that is not there most likely means: it was renamed, moved, taken out, or is a lost `self`."""

import ast
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache

from grader.doors.handed_out import advice
from grader.doors.slips import aside
from grader.model import Lesson

_OF_MODULE = re.compile(r"AttributeError: module '(\w+)' has no attribute '(\w+)'")
_OF_OBJECT = re.compile(r"AttributeError: '(\w+)' object has no attribute '(\w+)'")
_OPERATOR = re.compile(r"TypeError: unsupported operand type\(s\) for ([-+*/]): '(\w+)' and '(\w+)'")
_SELF_LEFT_OUT = "() takes 0 positional arguments but 1 was given"
RENAMED = "did you rename it"
UNKNOWN = re.compile(r"NameError: name '(\w+)' is not defined")
_METHODS = {"+": "add", "-": "sub", "*": "mul", "/": "truediv"}


def missing(said: str, lesson: Lesson | None) -> str:
    """`said`, which Python says of a name that is not there, in a teacher's words; "" if it is about none."""
    if found := _OF_MODULE.fullmatch(said):
        return f"{found[1]}.py has no `{found[2]}`{_why(found[2], lesson, f'{RENAMED}?')}"
    if _SELF_LEFT_OUT in said:
        return f"{said}{aside('TypeError', said.partition(': ')[2])}"
    if found := _OF_OBJECT.fullmatch(said):
        if called := aside("AttributeError", said.partition(": ")[2]):
            return f"{said}{called}"
        moved = f"{RENAMED}, or is it no longer indented as the other methods are?"
        why = _why(found[2], lesson, moved) if lesson is not None and found[1] in _given(lesson) else ""
        return f"`{found[1]}` has no `{found[2]}`{why}" if why else ""
    return ""


def given_operator(said: str, lesson: Lesson | None) -> str:
    """What to add to what Python says, where an operator does not work that was handed out complete."""
    found = _OPERATOR.fullmatch(said)
    if found is None or lesson is None:
        return ""
    name = f"__{_METHODS[found[1]]}__"
    if name not in _given(lesson) or not _given(lesson).keys() & {found[2], found[3]}:
        return ""
    return f"; {advice(lesson, [f'`{name}`'], [_given(lesson)[name]])}"


def unknown_name(said: str, file: str, lesson: Lesson | None) -> str:
    """What to add to what Python says of a name that is known elsewhere; `file` is where it is not."""
    found = UNKNOWN.match(said)
    home = _given(lesson).get(found[1]) if found is not None and lesson is not None else None
    if found is None or home is None or lesson is None or "Did you mean: 'self." in said:
        return ""
    name = found[1]
    if name in _attributes(lesson):
        whose = "self" if file == home else "w"
        return f"; `{name}` belongs to a Value: write whose it is, as in `{whose}.{name}`"
    if name in _methods(lesson) and not name.startswith("__"):
        return f"; `{name}` is a method: it stands behind a Value and a dot, as in `x.{name}()`"
    if file in (home, "") or not file.endswith(".py") or not _can_import(lesson, file, home, name):
        return ""
    return f"; it stands in {home}: is there a line `from {home.removesuffix('.py')} import {name}`?"


def _why(name: str, lesson: Lesson | None, renamed: str) -> str:
    if lesson is None:
        return ""
    if name.isupper():  # an answer
        return f"; {RENAMED}? Write it in capital letters, as it was"
    if any(name in exercise.defines for exercise in lesson.exercises if not exercise.given):
        return f"; {renamed}"
    file = _given(lesson).get(name)
    return f"; {advice(lesson, ['it'], [file])}" if file else ""


@cache
def _given(lesson: Lesson) -> Mapping[str, str]:
    """The classes, functions and attributes in the files that are handed out, each with its file.

    In the kit itself a student may have written in these. What cannot be read then gives nothing.
    """
    defined = {
        node.name: file
        for file, tree in _trees(lesson)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
    }
    return {**_attributes(lesson), **defined}


@cache
def _attributes(lesson: Lesson) -> Mapping[str, str]:
    """Of these, what objects hold."""
    return {
        node.attr: file
        for file, tree in _trees(lesson)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
    }


@cache
def _methods(lesson: Lesson) -> frozenset[str]:
    """And what is defined in their classes."""
    classes = (c for _, tree in _trees(lesson) for c in tree.body if isinstance(c, ast.ClassDef))
    return frozenset(node.name for c in classes for node in c.body if isinstance(node, ast.FunctionDef))


def _can_import(lesson: Lesson, file: str, home: str, name: str) -> bool:
    """Whether files import this name of `home`, which does not itself import `file`."""
    offered = any((home, name) == (source, each) for _, source, each in _imports(lesson))
    return offered and not any((home, file) == (into, source) for into, source, _ in _imports(lesson))


@cache
def _imports(lesson: Lesson) -> frozenset[tuple[str, str, str]]:
    """Into which file the lesson imports something, from which, and what."""
    return frozenset(
        (file, f"{node.module}.py", one.name)
        for file, tree in _trees(lesson)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for one in node.names
    )


@cache
def _trees(lesson: Lesson) -> Sequence[tuple[str, ast.Module]]:
    found = []
    for file in (file for file in lesson.files if file.endswith(".py")):
        with suppress(OSError, SyntaxError, ValueError):
            found.append((file, ast.parse((lesson.handed_out / file).read_bytes())))
    return found
