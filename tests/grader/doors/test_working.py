"""What enters the box for follow-through: what is needed, and no more of it than that."""

import ast

import pytest

from grader.doors.working import Working, working_versions
from grader.lesson import catalog
from tests.grader.conftest import ROOT

LESSON = catalog.load(ROOT, "first_loop")


def defined(source):
    return {node.name for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)}


def test_nothing_undone_is_nothing():
    """Falsy, and equal to any other nothing."""
    assert not working_versions(LESSON, "train", ())
    assert working_versions(LESSON, "train", ()) == Working()


def test_other_files_are_replaced_and_the_own_one_patched():
    """`train` with `square` and `update` undone: another engine.py, and one function of training.py."""
    working = working_versions(LESSON, "train", ("square", "update"))
    assert set(working.replaced) == {"engine"}
    ((source, names),) = working.patches["training"].items()
    assert names == "update" and "update" in defined(source)


@pytest.mark.parametrize("exercise", [e for e in LESSON.exercises if e.needs], ids=lambda e: e.name)
def test_only_what_is_needed(exercise):
    """No function of another exercise is in it, least of all the one that is being checked."""
    working = working_versions(LESSON, exercise.name, exercise.needs)
    sources = [*working.replaced.values(), *(s for patch in working.patches.values() for s in patch)]
    others = {e.name for e in LESSON.exercises} - set(exercise.needs)
    assert sources and not any(defined(source) & others for source in sources)


def test_neither_comments_nor_docstrings():
    """Words are for students who have solved it."""
    source = working_versions(LESSON, "squared_loss", ("square",)).replaced["engine"]
    assert "#" not in source
    assert not any(
        ast.get_docstring(n) for n in ast.walk(ast.parse(source)) if isinstance(n, ast.FunctionDef)
    )


def test_it_works():
    """The bare engine still squares and goes backward."""
    names = {}
    exec(working_versions(LESSON, "squared_loss", ("square",)).replaced["engine"], names)
    x = names["Value"](3.0)
    (x * 2.0).square().backward()
    assert x.grad == 24.0
