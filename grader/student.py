"""What student code can do to a check: raise, or stop.

A `StudentError` is an ordinary exception of the student's, carried to the trusted side. A `Stopped` ends
the check at once, past every `except Exception`: the code hung, its process died, or it broke the protocol.
"""

import builtins
from dataclasses import dataclass

from _pytest.outcomes import OutcomeException  # public pytest has no base class of its outcomes

from grader.model import CheckStatus


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a student's file."""

    file: str
    line: int
    function: str
    column: int = 0  # from 1, of a syntax error; 0 where it is not known

    def __str__(self) -> str:
        inside = "" if self.function == "<module>" else f", in {self.function}"
        return f"{self.file}, line {self.line}{inside}"


class Todo(Exception):  # noqa: N818  not an error: nothing is wrong yet
    """A part that the student has not filled in yet."""


class StudentError(Exception):
    """Student code raised. Also an instance of the builtin exception of the same name, where there is one.

    `type_name` and `message` are the student's own text. `places` runs from the outermost line of
    the student's files to the one that raised.
    """

    type_name = "Exception"
    message = ""
    places: tuple[Place, ...] = ()


class UnreadableAnswerError(StudentError, AttributeError):
    """An answer that cannot be read, in a file of which others can. `message` is a sentence."""


class Stopped(OutcomeException):
    """The check cannot go on. `status` says how it ended, `message` tells the student why.

    It is one of pytest's outcomes, because nothing else that a fixture raises passes `except Exception`. It
    is not pytest's `Failed`, because hypothesis would then try more examples.
    """

    def __init__(self, status: CheckStatus, message: str, place: Place | None = None) -> None:
        super().__init__(message, pytrace=False)
        self.status = status
        self.message = message
        self.place = place
        self.unimportable = ""  # the file whose import this is about
        self.lacking = ""  # the file in which a name is missing that others import from it


def student_error(type_names: list[str], message: str, places: tuple[Place, ...]) -> StudentError:
    """The error to raise for a student's exception whose class and base classes are `type_names`."""
    error = _error_class(type_names)(message)
    error.type_name = type_names[0] if type_names else "Exception"
    error.message = message
    error.places = places
    return error


def _error_class(type_names: list[str]) -> type[StudentError]:
    for name in type_names:
        known = getattr(builtins, name, None)
        if isinstance(known, type) and issubclass(known, Exception) and known is not Exception:
            return _classes.setdefault(name, _mixed(known))
    return StudentError


def _mixed(known: type[Exception]) -> type[StudentError]:
    try:
        mixed = type(f"Student{known.__name__}", (StudentError, known), {})
        mixed("tried")  # a few builtin exceptions cannot be made from one text
    except TypeError:
        return StudentError
    return mixed


_classes: dict[str, type[StudentError]] = {}
