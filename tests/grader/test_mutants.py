"""The mutation run itself takes minutes (the command is in `mutants.py`); these checks keep it honest."""

import ast
from functools import cache

import pytest

from grader.lesson import catalog
from grader.model import Lesson
from tests.grader.conftest import ROOT
from tests.grader.mutants import Mutant, equivalent, is_killed, is_noticed, mutants, written

LESSONS = [catalog.load(ROOT, name) for name in catalog.lesson_names(ROOT)]
FIRST = next(lesson for lesson in LESSONS if lesson.name == "first_loop")
each = pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)


@cache
def made(lesson: Lesson) -> list[Mutant]:
    """Made by the first test that asks, because every test process imports every test file."""
    return mutants(lesson)


@each
def test_there_are_many_different_ones(lesson):
    """At least fifty mutants, no two the same, in every exercise in which students write functions."""
    found = made(lesson)
    assert len({m.source for m in found}) == len(found) >= 50
    assert {m.exercise for m in found} == {*written(lesson)}


def test_functions_of_lesson_one():
    """Those that students write, and no others."""
    assert {m.function for m in made(FIRST)} == {
        "square",
        "backward",
        "squared_loss",
        "update",
        "train",
    }


@each
def test_each_is_valid_python_and_no_solution(lesson):
    """A mutant compiles and is not the solution in other words."""
    files = {m.file for m in made(lesson)}
    solutions = {ast.unparse(ast.parse((lesson.solutions / file).read_text("utf-8"))) for file in files}
    for mutant in made(lesson):
        ast.parse(mutant.source)
        assert mutant.source not in solutions


@each
def test_every_excuse_is_for_a_mutant_that_exists(lesson):
    """The list of equivalent mutants names no change that is not made any more."""
    assert set(equivalent(lesson)) <= {(m.before, m.after) for m in made(lesson)}


@pytest.mark.parametrize("exercise", ["square", "update"])
def test_the_solution_is_not_noticed(exercise):
    """A run on the untouched solution is clean, so that a killed mutant was killed by its own change."""
    file = FIRST.exercise(exercise).file
    assert not is_noticed(FIRST, exercise, file, (FIRST.solutions / file).read_text("utf-8"))


def test_a_mutant_is_killed():
    """Going uphill instead of downhill is noticed."""
    uphill = next(m for m in made(FIRST) if m.after == "w.data += lr * w.grad")
    assert is_killed(FIRST, uphill)
