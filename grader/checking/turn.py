"""One run of one check: the door it goes through, and what comes of it."""

from dataclasses import dataclass, field, replace
from typing import Any, Protocol

import pytest

from grader.checking.compare import Unsteady
from grader.checking.ledger import Outcome
from grader.checking.verdict import verdict
from grader.doors.direct import DirectDoor
from grader.doors.working import waiting_for
from grader.figures import Figure, Node, Plane
from grader.model import CheckResult, Lesson
from grader.student import Stopped, Todo


class Door(Protocol):
    """How a suite reaches one submission."""

    def begin(self, exercise: str, working: tuple[str, ...]) -> None: ...
    def module(self, name: str) -> Any: ...
    def constants(self, name: str) -> Any: ...
    def define(self, source: str, name: str) -> Any: ...
    def text(self, name: str) -> str: ...
    def place(self, error: BaseException) -> Any: ...
    def output(self) -> str: ...
    def example(self) -> str: ...
    def new_example(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Check:
    """What a collected test stands for."""

    lesson: Lesson
    exercise: str
    name: str
    title: str
    weight: float


@dataclass(slots=True)
class Turn:
    """What a check has to do with while it runs, and what it has shown and found so far."""

    check: Check
    door: Door
    working: tuple[str, ...]  # the exercises of which it meets a working version
    promising: bool = False  # whether what it needs is nearly right, and may be built on where there is none
    waits: Stopped | None = None  # how it ends should it fail on what it needs, as that is
    result: CheckResult | None = None
    graph: tuple[Node, ...] = ()  # shown with the check's example, should it fail
    figures: list[Figure | Plane] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    unimportable: set[str] = field(default_factory=set)
    unsteady: bool = False

    def begin(self) -> Door:
        """The door, ready for this check."""
        try:
            self.door.begin(self.check.exercise, self.working)
        except Stopped as stop:
            if stop.status != "waiting" or not self.promising:
                raise
            self.waits = stop
            self.door.begin(self.check.exercise, ())
        return self.door

    def judge(self, worth: float, error: BaseException | None) -> CheckResult:
        """The result of a check that raised `error` or nothing. If there are two, the worse one stays."""
        if isinstance(error, Stopped):
            self.unimportable.update(file for file in (error.unimportable, error.lacking) if file)
        self.unsteady |= isinstance(error, Unsteady)
        if self.result is None or self.result.status == "passed":  # as when a teardown fails
            self.result = self._result(worth, self._told(error) if error is not None else None)
        return self.result

    def _told(self, error: BaseException) -> BaseException:
        """What a student reads of `error`: what is wrong there, or that it waits for something else."""
        if self.waits is not None or not isinstance(self.door, DirectDoor):
            return self.waits or error
        # What is not begun, and builds on something that is not done, waits for that.
        todo = isinstance(error, NotImplementedError | Todo) or getattr(error, "status", "") == "todo"
        return waiting_for(self.working) if self.working and todo else self.door.told(error)

    def _result(self, worth: float, error: BaseException | None) -> CheckResult:
        check = self.check
        try:
            result = verdict(check, worth, error, self.door)
        except Exception as fault:  # an error here would leave pytest in disorder for the next submission
            message = f"its result could not be put into words: {type(fault).__name__}"
            return CheckResult(check.name, check.title, "ungraded", 0.0, worth, message)
        return replace(result, graph=self.graph) if result.example else result

    def outcome(self) -> Outcome | None:
        """What it came to; None if it was not run to its end."""
        if self.result is None:
            return None
        found = frozenset(self.unimportable), self.unsteady
        return Outcome(self.result, tuple(self.figures), tuple(self.remarks), *found)


CHECK = pytest.StashKey[Check]()
TURN = pytest.StashKey[Turn]()
