"""Why an exercise is not right, told so that students with the same trouble can be counted together.

A named mistake, a file that is missing or cannot be imported, code that ran too long, crashed or broke the
protocol; else the check that fails. It is about the check that the student's own report tells first.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from grader.model import CheckResult, CheckStatus, ExerciseResult
from grader.telling import story

Kind = Literal["mistake", "file", "check", "timed_out", "crashed", "invalid"]

_FILE = re.compile(r"(\S{1,80}) cannot be imported yet\.")
# What is known of a file that cannot be imported: how the message begins, and what a class page says.
_BEGINNINGS = {
    "is missing": "is missing",
    "is not plain text": "is not plain text in UTF-8",
    "is saved as": "is not plain text in UTF-8",
    "contains null bytes": "is not plain text in UTF-8",
    "is larger than": "is too large",
    "has a syntax error": "has a syntax error",
    "ends the program": "ends the program while it is imported",
    "asks for input": "asks for input while it is imported",
    "imports something that is not there": "imports something that is not there",
}
_ENDED: dict[CheckStatus, str] = {
    "timed_out": "runs too long while it is imported",
    "crashed": "ends Python while it is imported",
    "invalid": "interferes with grading while it is imported",
}
_OTHERWISE = "cannot be imported"


@dataclass(frozen=True, slots=True)
class Cause:
    """What is wrong. Equal `key`s mean the same trouble."""

    kind: Kind
    place: str  # the name of the exercise; of the file, where `kind` is "file"
    name: str  # the mistake's slug, the check's name, or what is wrong with the file
    said: str  # one sentence of the kit
    question: str = ""  # one that leads on, where the mistake has one

    @property
    def key(self) -> tuple[str, str, str]:
        return self.kind, self.place, self.name


def cause(exercise: ExerciseResult) -> Cause | None:
    """Why an exercise is not right; None where it is right, still to do, or was not checked."""
    told = exercise.told
    if (mistake := exercise.diagnosis) is not None:
        return Cause("mistake", exercise.name, mistake.slug, mistake.message, mistake.question)
    if told is None or not told.wrong or told.status == "ungraded":
        return None
    if file := _FILE.fullmatch(told.title):
        fault = file_fault(told)
        return Cause("file", file[1], fault, f"`{file[1]}` {fault}.")
    if told.status != "failed":
        return Cause(told.status, exercise.name, "", f"The code {_how(told.status)}.")  # type: ignore[arg-type]
    return Cause("check", exercise.name, told.name, told.title)


def _how(status: CheckStatus) -> str:
    said = story.words(status)
    return {"invalid": "interfered with grading"}.get(status, said)


def is_about_a_file(title: str) -> bool:
    """Whether a check's title says that a file cannot be imported."""
    return _FILE.fullmatch(title) is not None


def file_fault(check: CheckResult) -> str:
    """What is wrong with the file of a check that says that it cannot be imported; "" of another check."""
    file = _FILE.fullmatch(check.title)
    if not file or check.status == "passed":
        return ""
    if check.status in _ENDED:
        return _ENDED[check.status]
    said = check.message.removeprefix(file[1]).lstrip()
    known = (words for begins, words in _BEGINNINGS.items() if said.startswith(begins))
    return next(known, _OTHERWISE)


@lru_cache(maxsize=1024)
def bare(check: CheckResult) -> CheckResult:
    """The check with no more than counting a class needs, one object for all that are equal then."""
    shorn = replace(check, message=file_fault(check), example="", line=None, graph=())
    shorn = replace(shorn, points=_short(check.points), max_points=_short(check.max_points))
    return check if check == shorn else bare(shorn)


def _short(points: float) -> float:
    """Points in six digits: a record rounds them, and they are to be the same before and after."""
    return float(f"{points:.6g}")
