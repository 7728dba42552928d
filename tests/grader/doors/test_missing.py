"""A name that is not there: renamed, moved, or taken out of what was given."""

import shutil
from dataclasses import replace

import pytest

from grader.doors.missing import given_operator, missing, unknown_name
from grader.lesson import catalog
from tests.grader.conftest import ROOT


class Value:
    pass


@pytest.mark.parametrize(
    ("code", "meant"),
    [
        ("Value().square", "`Value` has no `square`; did you rename it, or is it no longer indented"),
        (
            "Value()._prev",
            "`Value` has no `_prev`; it was given, and you need not touch it: put it back as it was",
        ),
        ("Value().sqare", ""),
        ("(1).square", "AttributeError: 'int' object has no attribute 'square'; a plain number stands there"),
        (
            "(lambda: 1).data",
            "AttributeError: 'function' object has no attribute 'data'; a function itself is there",
        ),
        ("Value() * 2.0", "; `__mul__` was given, and you need not touch it: put it back as it was"),
        ("2.0 + Value()", "; `__add__` was given"),
        ("Value() / 2.0", ""),
        ("'a' * 2.0", ""),
        ("None * 2.0", ""),
    ],
)
def test_what_python_says_of_it_is_known(lesson, code, meant):
    """Held against the words of the Python that runs here."""
    with pytest.raises(Exception) as raised:
        eval(code, {"Value": Value})
    said = f"{type(raised.value).__name__}: {raised.value}"
    found = missing(said, lesson) or given_operator(said, lesson)
    assert found.startswith(meant) if meant else found == ""


SQUARE = "; `square` is a method: it stands behind a Value and a dot, as in `x.square()`"


@pytest.mark.parametrize(
    ("name", "file", "meant"),
    [
        ("grad", "engine.py", "; `grad` belongs to a Value: write whose it is, as in `self.grad`"),
        ("grad", "training.py", "; `grad` belongs to a Value: write whose it is, as in `w.grad`"),
        ("__init__", "engine.py", ""),
        ("Value", "training.py", "; it stands in engine.py: is there a line `from engine import Value`?"),
        ("square", "training.py", SQUARE),
        ("square", "engine.py", SQUARE),
        ("Value", "engine.py", ""),
        ("Value", "Cell In[3]", ""),
        ("learning", "training.py", ""),
    ],
)
def test_a_name_that_is_known_elsewhere(lesson, name, file, meant):
    """Held against the words of the Python that runs here."""
    with pytest.raises(NameError) as raised:
        eval(name, {})
    assert unknown_name(f"NameError: {raised.value}", file, lesson) == meant


def test_a_newer_python_says_itself_whose_it_is(lesson):
    said = "NameError: name 'data' is not defined. Did you mean: 'self.data'?"
    assert unknown_name(said, "engine.py", lesson) == ""


def test_an_answer_is_told_by_its_capital_letters(lesson):
    said = missing("AttributeError: module 'by_hand' has no attribute 'GRADIENT'", lesson)
    assert said == "by_hand.py has no `GRADIENT`; did you rename it? Write it in capital letters, as it was"


def test_a_function_of_a_file_may_have_been_renamed(lesson):
    said = "AttributeError: module 'training' has no attribute '{}'"
    assert missing(said.format("update"), lesson) == "training.py has no `update`; did you rename it?"
    assert missing(said.format("other"), lesson) == "training.py has no `other`"


def test_a_name_that_cannot_be_imported_there_is_not_advised():
    """No file imports a helper of a script, and none one that imports it in turn."""
    lesson = catalog.load(ROOT, "gradient_check")
    said = "NameError: name '{}' is not defined"
    assert unknown_name(said.format("check"), "step_size.py", lesson).startswith("; it stands in checker.py")
    assert unknown_name(said.format("check"), "slopes.py", lesson) == ""
    assert unknown_name(said.format("question"), "slopes.py", lesson) == ""


def test_what_was_given_in_a_broken_file_is_not_known(lesson, tmp_path):
    """Where a student writes in the kit itself, one broken file makes no other one uncheckable."""
    for file in lesson.files:
        (tmp_path / "exercises" / lesson.name).mkdir(parents=True, exist_ok=True)
        shutil.copy(lesson.stubs / file, tmp_path / "exercises" / lesson.name)
    theirs = replace(lesson, root=tmp_path)
    (theirs.stubs / "failure_modes.py").write_text("BEHAVIOUR = {{", encoding="utf-8")
    said = "TypeError: unsupported operand type(s) for -: 'Value' and 'float'"
    assert given_operator(said, theirs) == (
        "; `__sub__` was given, and you need not touch it: put it back as it was handed out"
    )
