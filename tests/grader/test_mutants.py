"""The mutation run itself takes minutes (the command is in `mutants.py`); these checks keep it honest."""

import ast

import pytest

from tests.grader.mutants import EQUIVALENT, SOLUTIONS, is_killed, is_noticed, mutants

MADE = mutants()


def test_there_are_hundreds_of_different_ones():
    """At least a hundred mutants, no two the same, in every function that students write."""
    assert len({m.source for m in MADE}) == len(MADE) >= 100
    assert {m.function for m in MADE} == {"square", "backward", "squared_loss", "update", "train"}


def test_each_is_valid_python_and_no_solution():
    """A mutant compiles and is not the solution in other words."""
    solutions = {
        ast.unparse(ast.parse((SOLUTIONS / file).read_text("utf-8"))) for file in ("engine.py", "training.py")
    }
    for mutant in MADE:
        ast.parse(mutant.source)
        assert mutant.source not in solutions


def test_every_excuse_is_for_a_mutant_that_exists():
    """The list of equivalent mutants names no change that is not made any more."""
    assert set(EQUIVALENT) <= {(m.before, m.after) for m in MADE}


@pytest.mark.parametrize("exercise", ["square", "update"])
def test_the_solution_is_not_noticed(exercise):
    """A run on the untouched solution is clean, so that a killed mutant was killed by its own change."""
    file = "engine.py" if exercise == "square" else "training.py"
    assert not is_noticed(exercise, file, (SOLUTIONS / file).read_text("utf-8"))


def test_a_mutant_is_killed():
    """Going uphill instead of downhill is noticed."""
    uphill = next(m for m in MADE if m.after == "w.data += lr * w.grad")
    assert is_killed(uphill)
