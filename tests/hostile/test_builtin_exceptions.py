"""Every exception that Python has can be raised by a submission, and is then a failed check.

Stopped by `student_error`, which mixes the builtin into a `StudentError`, and by `verdict`, which looks for
that first.
"""

import builtins

import pytest

from grader.checking import verdict
from grader.student import StudentError, student_error
from tests.hostile.rig import LESSON

EVERY = sorted(n for n, e in vars(builtins).items() if isinstance(e, type) and issubclass(e, BaseException))


class Door:
    """A door to a submission whose exceptions went through no line of its files."""

    def place(self, error):
        return None

    def example(self):
        return ""

    def text(self, name):
        return ""


class Check:
    name = title = "a check"
    lesson, exercise = LESSON, "square"


@pytest.mark.parametrize("name", EVERY)
def test_it_fails_the_check(name):
    """Its verdict is "failed", or "to do" for NotImplementedError: never "passed", never "ungraded"."""
    error = student_error([name, "BaseException", "object"], "text", ())
    assert isinstance(error, StudentError)
    status = verdict.verdict(Check, 1.0, error, Door()).status
    assert status == ("todo" if name == "NotImplementedError" else "failed")
