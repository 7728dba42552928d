"""The plan of the house: which room may reach which, read from the real imports."""

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from graphlib import TopologicalSorter
from importlib import import_module
from itertools import chain
from pathlib import Path

import pytest

GRADER = Path(__file__).parents[2] / "grader"
NOUNS = {
    "caret", "given", "model", "figures", "errors", "text", "naming", "student", "roster", "sheet", "policy",
}  # fmt: skip
FACES = {
    "__init__", "adequacy", "checks", "ci", "cli", "command", "elsewhere", "feedback", "installed", "kernel",
    "lint", "misconceptions", "nbgrader_plugins",
}  # fmt: skip
# Each room, and those that it reaches besides itself and the nouns.
REACHES = {
    "lesson": set[str](),
    "box": set[str](),
    "intake": {"lesson"},
    "doors": {"box"},
    "checking": {"doors", "box", "lesson"},
    "telling": {"checking"},
    "grading": {"lesson", "box", "intake", "doors", "checking", "telling"},
    "watching": {"telling", "checking", "lesson"},
    "bridge": {"grading", "telling", "intake", "lesson"},
    "release": {"bridge", "grading", "telling", "checking", "doors", "lesson"},
}
# They run where boxes run, or in any pytest of the machine: nothing of ours is loaded with them.
ALONE: Mapping[str, set[str]] = {
    "grader.box.host": {"grader.box.wire"},
    **{
        f"grader.box.{name}": set()
        for name in ("wire", "mother", "library", "world", "snapshot", "source", "standing_in", "piecewise")
    },
    "grader.elsewhere": set(),
}


@cache
def modules() -> Mapping[str, Path]:
    """Every module of grader/, by its dotted name."""
    paths = sorted(GRADER.rglob("*.py"))
    return {".".join(path.relative_to(GRADER.parent).with_suffix("").parts): path for path in paths}


@cache
def imports(name: str) -> set[str]:
    """The modules of grader/ that one imports, wherever in it the import stands."""
    tree = ast.parse(modules()[name].read_text(encoding="utf-8"))
    return {found for node in ast.walk(tree) for found in _named(node)}


def _named(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "grader")
    elif isinstance(node, ast.ImportFrom):
        assert node.level == 0, "imports name the whole way"
        if (node.module or "").split(".")[0] == "grader":
            yield from (_module(f"{node.module}.{alias.name}") for alias in node.names)


def _module(name: str) -> str:
    """The module that is meant by `name`, which may be one of its names."""
    for candidate in (name, f"{name}.__init__", name.rpartition(".")[0]):
        if candidate in modules():
            return candidate
    return f"{name.rpartition('.')[0]}.__init__"


def room(name: str) -> str:
    """The room of a module; "" for the nouns, and "face" for what others import and type."""
    first = name.split(".")[1]
    if first in FACES:
        return "face"
    return "" if first in NOUNS else first


def reachable(name: str) -> set[str]:
    here = room(name)
    if here == "face":
        return {"face", "", *REACHES}
    return {"", here, *REACHES[here]} if here else {""}


def test_every_module_is_in_a_room_on_the_plan() -> None:
    assert {room(name) for name in modules()} == {"face", "", *REACHES}


@pytest.mark.parametrize("name", modules())
def test_arrows_point_one_way(name: str) -> None:
    beyond = {found for found in imports(name) if room(found) not in reachable(name)}
    assert not beyond, f"{name} reaches beyond what its room may"


def test_no_circle() -> None:
    arrows = {name: imports(name) - {name} for name in modules()}
    assert len([*TopologicalSorter(arrows).static_order()]) >= len(arrows)


@pytest.mark.parametrize("name", ALONE)
def test_what_runs_beside_strangers_brings_nothing_of_ours(name: str) -> None:
    assert imports(name) == ALONE[name]


@pytest.mark.parametrize("name", REACHES)
def test_the_door_of_a_room_names_what_others_use(name: str) -> None:
    """The rest of a room is private to it."""
    inside = {found for found in modules() if found.startswith(f"grader.{name}.")}
    used = chain.from_iterable(imports(other) for other in modules() if room(other) != name)
    public = {found.split(".")[2] for found in inside.intersection(used)} - {"__init__"}
    assert sorted(public) == sorted(import_module(f"grader.{name}").__all__)


@pytest.mark.parametrize("name", REACHES)
def test_the_door_of_a_room_is_a_sentence(name: str) -> None:
    door = ast.parse((GRADER / name / "__init__.py").read_text(encoding="utf-8"))
    assert ast.get_docstring(door)
    assert not [node for node in ast.walk(door) if isinstance(node, ast.Import | ast.ImportFrom)]


@pytest.mark.parametrize("name", modules())
def test_a_module_has_one_idea(name: str) -> None:
    """More than one does not fit into so many lines."""
    assert len(modules()[name].read_text(encoding="utf-8").splitlines()) <= 300


LESSONS = [path.parent.name for path in sorted((GRADER.parent / "exercises").glob("*/lesson.toml"))]


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_is_written_with_two_faces(lesson: str) -> None:
    suite = GRADER.parent / "tests" / lesson
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in suite.rglob("*.py")]
    used = {found for tree in trees for node in ast.walk(tree) for found in _named(node)}
    assert used == {"grader.checks", "grader.misconceptions"}
