"""The boxed door: one submission's modules as stand-ins, in a box that is replaced when a check kills it."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from grader.box import Box
from grader.discretion import Discretion
from grader.errors import UngradedError
from grader.imports import explain_import_error, unimportable
from grader.model import Lesson, Submission
from grader.outline import Outline
from grader.remote import Door
from grader.student import Place, Stopped, StudentError
from grader.working import Working, working_versions


@dataclass(slots=True)
class _Room:
    """A box, the conversation with it, and the exercises whose working code student code in it may keep."""

    box: Box | None = None
    door: Door | None = None
    lent: set[str] = field(default_factory=set)


class BoxedDoor:
    """Reaches one submission through a box, which is replaced when a check costs its life.

    Where working code of ours goes in, it is another box than the one that serves the student's code alone.
    """

    def __init__(self, lesson: Lesson, submission: Submission, *, confined: bool) -> None:
        self.lesson = lesson
        self.submission = submission
        self.confined = confined
        self._own_room, self._working_room = _Room(), _Room()
        self._room = self._own_room
        self.hung = False
        self.broken: Stopped | None = None
        self.fault: UngradedError | None = None  # what went wrong on our side
        self.unimportable: dict[str, Stopped] = {}  # what ended a box, and is not tried again
        self._failed: set[str] = set()  # modules that could not be imported when they were asked for
        self.working = Working()
        self.discretion = Discretion(submission.files)
        self._spent = 0.0  # seconds, on boxes that are closed
        self._began: float | None = None  # CPU time of the thread that runs the checks
        self._own = 0.0  # of it, for this submission

    @property
    def box(self) -> Box | None:
        """The box of the check that was begun last."""
        return self._room.box

    @property
    def door(self) -> Door | None:
        """The conversation with `box`."""
        return self._room.door

    def begin(self, exercise: str, working: tuple[str, ...]) -> None:
        """A new check of `exercise` starts, with working versions of the exercises `working`."""
        if self.broken is not None:
            raise self.broken
        if self._left() <= 0:
            raise Stopped("timed_out", "the time for the whole submission was used up before this check")
        self.working = working_versions(self.lesson, exercise, working)
        self._enter(exercise, {*working, *self.lesson.exercise(exercise).needs} if self.working else set())
        door = self._open()
        self._limit_check()
        door.fresh(*self._standing_in())

    def _standing_in(self) -> tuple[dict[str, str], dict[str, Mapping[str, str]]]:
        """What takes the place of files as a whole, and what only of their names.

        Where a file can be imported, whatever else a student wrote in it is still there for the others.
        """
        kept = self.submission.files.keys() - {f"{name}.py" for name in self._failed}
        whole = {n: source for n, source in self.working.replaced.items() if f"{n}.py" not in kept}
        over = {n: {source: ""} for n, source in self.working.replaced.items() if n not in whole}
        return whole, {**self.working.patches, **over}

    def _enter(self, exercise: str, lent: set[str]) -> None:
        """Go where `exercise` is checked. No box that has had a working version of it will do."""
        self._room = self._working_room if lent else self._own_room
        if exercise in self._room.lent and self.box is not None:
            self.box.close()
            self._room.lent.clear()
        self._room.lent |= lent

    def _left(self) -> float:
        """Seconds that may still be spent on this submission."""
        if self._began is None:
            self._began = time.thread_time()
        self._own = time.thread_time() - self._began
        return self.lesson.limits.submission_seconds - self.spent()

    def spent(self) -> float:
        """Seconds that this submission has cost: waiting for its boxes, and looking at their answers."""
        boxes = [room.box for room in (self._own_room, self._working_room) if room.box is not None]
        return self._spent + self._own + sum(box.cost() for box in boxes)

    def _open(self) -> Door:
        if self.box is None or not self.box.alive:
            self._spent += self.box.cost() if self.box is not None else 0.0
            self._room.box = None
            self._room.box = Box(self.submission.files, self.lesson.limits, confined=self.confined)
            self._room.door = Door(self._ask, self._note)
        assert self.door is not None
        self.door.discretion = self.discretion if self.working else None
        return self.door

    def _limit_check(self) -> None:
        assert self.box is not None
        limits, left = self.lesson.limits, max(self._left(), 0.05)
        seconds = limits.hung_check_seconds if self.hung else limits.check_seconds
        self.box.begin_check(seconds, left)

    def _ask(self, op: str, arguments: list[Any], dropped: list[int]) -> list[Any]:
        assert self.box is not None
        try:
            if not self.box.alive:
                raise Stopped("crashed", "your code had already ended the Python process")
            return self.box.ask(op, arguments, dropped)
        except UngradedError as error:
            self.fault = error  # kept, because a check or a probe may swallow it
            raise

    def _note(self, stop: Stopped) -> None:
        stop.place = self._told(stop.place)
        if stop.status == "timed_out":
            self.hung = True
        if stop.status == "invalid":
            self.broken = stop
            self.close()

    def module(self, name: str) -> Any:
        """A stand-in for the student's module. An import that hangs is not tried twice."""
        file = f"{name}.py"
        if name not in self.working.replaced:
            if file not in self.submission.files:
                missing = Stopped("failed", self.submission.problems.get(file, f"{file} is missing"))
                raise unimportable(file, missing)
            if name in self.unimportable:
                raise self.unimportable[name]
        assert self.door is not None
        try:
            return self.door.module(name)
        except (Stopped, StudentError) as error:
            self._failed.add(name)
            raise self._unimportable(name, error) from None

    def _unimportable(self, name: str, error: Stopped | StudentError) -> Stopped:
        """What the check that wanted the module says instead."""
        file = f"{name}.py"
        if isinstance(error, Stopped):
            if error.status in ("timed_out", "crashed"):
                error = self.unimportable[name] = unimportable(file, error)
            return error
        place = self.place(error)
        if isinstance(error, NotImplementedError):
            return Stopped("todo", f"{file} is not filled in yet", place)
        names = [c.__name__ for c in type(error).__mro__] + [error.type_name]
        return explain_import_error(name, [error.type_name, *names], error.message, place)

    def text(self, name: str) -> str:
        """The content of a file that is not code: hostile text."""
        if name not in self.submission.files:
            raise Stopped("failed", self.submission.problems.get(name, f"{name} is missing"))
        return self.submission.files[name].decode("utf-8-sig", "replace")

    def place(self, error: BaseException) -> Place | None:
        """The innermost line of the student's files that an exception came through."""
        places = reversed(error.places) if isinstance(error, StudentError) else ()
        return next((told for place in places if (told := self._told(place)) is not None), None)

    def _told(self, place: Place | None) -> Place | None:
        """`place` as it may be told; None when it is in no file that was handed in."""
        if place is None or place.file not in self.submission.files:
            return None
        return self.discretion.place(place) if self.working else place

    def outline(self, file: str) -> Outline:
        """What stands where in a file, parsed in the box; empty where that is not possible."""
        assert self.door is not None
        try:
            return Outline.of(self.door.request("outline", file))
        except (Stopped, StudentError):
            return Outline()

    def output(self) -> str:
        """What was printed; nothing while a working version of ours is in the box."""
        if self.box is None or not self.box.alive or self.working:
            return ""
        return self.box.take_output()

    def example(self) -> str:
        """What the check did last, as lines to run."""
        return self.door.trace.render() if self.door is not None else ""

    def new_example(self) -> None:
        """The next example of a property begins."""
        if self.door is not None:
            self.door.trace.clear()

    def close(self) -> None:
        """End the boxes."""
        for room in (self._own_room, self._working_room):
            if room.box is not None:
                room.box.close()
