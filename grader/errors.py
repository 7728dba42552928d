"""The errors a user of the grader can meet.

    GraderError                 exit code, whose fault
    ├── UsageError              2  instructor   the command or the kit asks for something impossible
    │   └── KitError            2  instructor   a lesson's files contradict each other
    ├── SubmissionError         3  student      a submission that cannot be read: it has 0 points
    ├── UngradedError           3  ours         a submission that we failed to grade; never a zero
    │   └── LostError           3  ours         its box was killed from outside; it is graded once more
    └── UnconfinedError         4  instructor   this machine cannot lock student code in

`GraderError.exit_code` is what the command line exits with when the error reaches it.
Student code that raises, hangs or breaks the protocol is not an error of the grader: that is a
`CheckResult` (see `grader.model`).
"""

import traceback
from pathlib import Path


def raised_at(error: BaseException) -> str:
    """The kind of an error and where it came up, not what it says: that may be a student's text."""
    at = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {Path(at.filename).name}, line {at.lineno}"


class GraderError(Exception):
    """Something a user should read: what happened, where, and what to do next."""

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows of it: no lines of the grader's own code."""
        return [f"Error: {self.message}", *([f"Hint: {self.hint}"] if self.hint else [])]


class UsageError(GraderError):
    """The command cannot be carried out as it was given."""

    exit_code = 2


class KitError(UsageError):
    """A lesson's catalog, stubs, solutions and suites do not fit together."""


class SubmissionError(GraderError):
    """A submission of which nothing can be read; `message` says why, as a clause. In a class, a zero."""

    exit_code = 3


class UngradedError(GraderError):
    """The grader, not the submission, failed. The grade is "ungraded", never zero."""

    exit_code = 3


class LostError(UngradedError):
    """Somebody else ended the box: an operator, or a machine that has no memory left."""


class UnconfinedError(GraderError):
    """Student code cannot be locked in here, and nobody allowed to run it unconfined."""

    exit_code = 4
