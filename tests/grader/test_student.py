"""What student code raises is an exception of its own kind here, and ends nothing but the check."""

import builtins

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from grader.student import Place, Stopped, StudentError, student_error
from tests.fuzzing import fuzz

EXCEPTIONS = [e for e in vars(builtins).values() if isinstance(e, type) and issubclass(e, Exception)]


@pytest.mark.parametrize("kind", EXCEPTIONS, ids=lambda kind: kind.__name__)
def test_it_is_the_builtin_of_its_name(kind):
    """A check may expect the builtin exception; a few that cannot be made of one text are left out."""
    error = student_error([c.__name__ for c in kind.__mro__], "text", ())
    assert isinstance(error, StudentError)
    left_out = kind is Exception or issubclass(kind, ExceptionGroup) or kind.__name__.startswith("Unicode")
    assert isinstance(error, kind) or left_out


@pytest.mark.parametrize("name", ["KeyboardInterrupt", "SystemExit", "GeneratorExit", "BaseException"])
def test_what_ends_programs_ends_none_here(name):
    """What is no Exception in the box is one here."""
    error = student_error([name, "BaseException", "object"], "text", ())
    assert isinstance(error, Exception) and error.type_name == name


def test_its_class_is_that_of_the_nearest_builtin():
    """A class of the student's own is the builtin that it derives from."""
    error = student_error(["Mine", "ZeroDivisionError", "ArithmeticError", "Exception"], "text", ())
    assert isinstance(error, ZeroDivisionError) and error.type_name == "Mine"


@fuzz(200)
@given(names=st.lists(st.text() | st.sampled_from(dir(builtins)), max_size=5), message=st.text())
@example(names=["\ud800"], message="\ud800")
@example(names=["__import__", "eval", "True"], message="")
def test_any_names_make_an_error(names, message):
    """Nothing is looked up but exceptions, and nothing is called with the student's text but them."""
    error = student_error(names, message, (Place("a.py", 1, "f"),))
    assert isinstance(error, StudentError) and error.message == message


def test_a_stop_passes_every_except_exception():
    """A check cannot catch by mistake that it is over."""
    with pytest.raises(Stopped):
        try:
            raise Stopped("timed_out", "it hung")
        except Exception:
            pass
