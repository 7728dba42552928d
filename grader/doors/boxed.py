"""The boxed door: one submission's modules as stand-ins, in a box that is replaced when a check kills it."""

import math
from collections.abc import Callable, Mapping
from typing import Any

from grader.box.box import Box
from grader.box.constants import Constants, WithFunctions, of_values
from grader.box.discretion import Discretion
from grader.box.question_ids import key
from grader.box.remote import Conversation
from grader.box.trace import Trace
from grader.doors.belongings import beside
from grader.doors.budget import Budget
from grader.doors.handed_out import Patches, over
from grader.doors.imports import explain_raised, unimportable
from grader.doors.outline import Outline
from grader.doors.resting import Resting
from grader.doors.unread import unread
from grader.doors.working import Working, working_versions
from grader.errors import LostError, UngradedError
from grader.model import Lesson, Submission
from grader.student import Place, Stopped, StudentError

_LOST = "the process of your code was killed from outside in every try; does your code need very much memory?"


class BoxedDoor:
    """Reaches one submission through boxes, one at a time, so that limits hold for the whole submission.

    Checks that need a working version of ours have a box of their own, see `Resting`. If somebody else kills
    a box, `LostError` ends the grading where the door is `forgiving`; else the check is lost, as in a crash.
    """

    def __init__(
        self, lesson: Lesson, submission: Submission, *, confined: bool, forgiving: bool = True
    ) -> None:
        self.lesson = lesson
        self.submission = submission
        self.confined = confined
        self.forgiving = forgiving
        self.box: Box | None = None  # the box of the check that was begun last
        self.conversation: Conversation | None = None  # with that box
        self.lent: set[str] = set()  # exercises whose working code student code in the box has seen
        self._resting = Resting()
        self.hung = False
        self.broken: Stopped | None = None
        self.fault: UngradedError | None = None  # what went wrong on our side
        self.unimportable: dict[str, Stopped] = {}  # what ended a box, and is not tried again
        self._failed: set[str] = set()  # modules that could not be imported when they were asked for
        self._imported: set[str] = set()  # modules whose first import has been paid for
        self._constants: dict[str, Constants | Stopped] = {}
        self.working = Working()
        self.put_back: Patches = {}  # given parts that modules have as they were handed out, for a trial
        self.discretion = Discretion(submission.files)
        self.budget = Budget(lesson.limits.submission_seconds)
        self._printed = 0  # bytes, in boxes that are closed
        self._due = False  # whether a check has begun that has not asked the box for anything yet

    def begin(self, exercise: str, working: tuple[str, ...]) -> None:
        """A new check of `exercise` starts, with working versions of the exercises `working`."""
        self._require_time()
        self.working = working_versions(self.lesson, exercise, working)
        lent = {*working, *self.lesson.exercise(exercise).needs} if self.working else set()
        if self.box is None or not self.box.alive or bool(lent) != bool(self.lent):
            self._change(bool(lent))
        if exercise in self.lent:
            self._end()
            self.lent = set()
        self.lent |= lent
        self._due = True
        if self.conversation is not None:
            self.conversation.trace.forget()

    def _change(self, lends: bool) -> None:
        """Go on in the box for checks that need working code, or in the one for those that need none."""
        self._resting.lay(self.box, self.conversation, self.lent)
        self._end(rests=True)
        self.lent = set()
        if other := self._resting.wake(lends, self._printed):
            self.box, self.conversation, self.lent = other.box, other.conversation, other.lent
            self.budget.closed -= self.box.cost()  # while it works, its meter counts

    def _ready(self) -> Conversation:
        """The conversation with the box. A check that asks for nothing, but reads a text, does without."""
        if self._due:
            try:
                self._start_anew()
            except StudentError:  # student code has used up the memory of the box, or has broken the host
                self._end()
                self._start_anew()
            self._due = False
        assert self.conversation is not None
        return self.conversation

    def _require_time(self) -> None:
        """No check begins once the submission has interfered, or used up its time."""
        if self.broken is not None:
            raise self.broken
        if self._left() <= 0:
            raise Stopped("timed_out", "the time for the whole submission was used up before this check")

    def _start_anew(self) -> None:
        conversation = self._open()
        self._limit_check()
        conversation.fresh(*self._standing_in())

    def _standing_in(self) -> tuple[dict[str, str], dict[str, Mapping[str, str]]]:
        kept = {file.removesuffix(".py") for file in self.submission.files} - self._failed
        whole, patches = self.working.over(kept)
        return whole, over(patches, self.put_back)

    def _left(self) -> float:
        """Seconds that may still be spent on this submission."""
        return self.budget.left(self.box)

    def _open(self) -> Conversation:
        if self.box is not None and not self.box.alive:
            self._end()
        if self.box is None:
            files, limits = beside(self.lesson) | dict(self.submission.files), self.lesson.limits
            known = key(self.lesson)
            try:
                self.box = Box(files, limits, confined=self.confined, printed=self._printed, key=known)
            except LostError as lost:
                raise self._lost(lost) from None
            self.conversation = Conversation(self._ask, self._note)
        assert self.conversation is not None
        self.conversation.discretion = self.discretion if self.working else None
        return self.conversation

    def _limit_check(self) -> None:
        assert self.box is not None
        limits, left = self.lesson.limits, max(self._left(), 0.05)
        seconds = limits.hung_check_seconds if self.hung else limits.check_seconds
        self.box.begin_check(seconds, left)

    def _ask(self, op: str, arguments: list[Any]) -> list[Any]:
        assert self.box is not None
        if not self.box.alive:
            raise Stopped("crashed", "your code had already ended the Python process")
        try:
            return self.box.ask(op, arguments)
        except LostError as lost:
            raise self._lost(lost) from None

    def _lost(self, lost: LostError) -> BaseException:
        if not self.forgiving:
            return Stopped("crashed", _LOST)
        self.fault = lost  # kept, because a check or a probe may swallow it
        return lost

    def _note(self, stop: Stopped) -> None:
        stop.place = self._told(stop.place)
        if stop.status == "timed_out":
            self.hung = True
        if stop.status == "invalid":
            self.broken = stop
            self.close()

    def module(self, name: str) -> Any:
        """A stand-in for the student's module; its constants as they were read, if they were read already."""
        if type(known := self._constants.get(name)) is Constants:
            functions = self.lesson.functions_in(f"{name}.py")
            return WithFunctions(known, functions, lambda: self._reached(name))
        return self._reached(name)

    def _reached(self, name: str) -> Any:
        """The module itself. An import that hangs is not tried twice."""
        file = f"{name}.py"
        if name not in self.working.replaced:
            if file not in self.submission.files:
                missing = Stopped("failed", self.submission.problems.get(file, f"{file} is missing"))
                raise unimportable(file, missing)
            if name in self.unimportable:
                raise self.unimportable[name]
        return self._reaching(name, self._ready().module)

    def constants(self, name: str) -> Constants:
        """The constants of the student's module, read once for the whole submission."""
        if name not in self._constants:
            self._constants[name] = self._read(name)
        known = self._constants[name]
        if isinstance(known, Stopped):
            raise known
        return known

    def _read(self, name: str) -> Constants | Stopped:
        try:
            self.module(name)
            assert self.conversation is not None
            return of_values(name, self.conversation.constants(name), self._trace)
        except Stopped as stop:
            return self._piecewise(name, stop)
        except StudentError as error:
            return self._unimportable(name, error)

    def _piecewise(self, name: str, stop: Stopped) -> Constants | Stopped:
        """What can be read of a file that cannot be imported; `stop` where that is nothing."""
        file, box = f"{name}.py", self.box
        if stop.status != "failed" or stop.unimportable != file or box is None or not box.alive:
            return stop
        try:
            assert self.conversation is not None
            with box.apart(self.lesson.limits.import_seconds, self._left()):
                found, lost = self.conversation.answers(name)
        except (Stopped, StudentError):
            return stop
        return of_values(name, found, self._trace, unread(file, found, lost)) if found else stop

    def _trace(self) -> Trace:
        assert self.conversation is not None
        return self.conversation.trace

    def _reaching(self, name: str, reach: Callable[[str], Any]) -> Any:
        """What `reach` gives for a module. The first import counts for the submission, later ones do not."""
        box, limits = self.box, self.lesson.limits
        assert box is not None
        before, again = box.cost(), name in self._imported and self.budget.free < limits.imports_seconds
        try:
            with box.apart(limits.import_seconds, math.inf if again else self._left()):
                return reach(name)
        except (Stopped, StudentError) as error:
            self._failed.add(name)
            raise self._unimportable(name, error) from None
        finally:
            self._imported.add(name)
            self.budget.free += box.cost() - before if again else 0.0

    def _unimportable(self, name: str, error: Stopped | StudentError) -> Stopped:
        """What ends a check that needs the module, in place of the error of the import."""
        file = f"{name}.py"
        if isinstance(error, Stopped):
            if error.status in ("timed_out", "crashed"):
                error = self.unimportable[name] = unimportable(file, error)
            return error
        return explain_raised(name, error, self.place(error), self.text, self.lesson)

    def define(self, source: str, name: str) -> Any:
        """A stand-in for what `source`, a text of the suite and never of a submission, calls `name`."""
        return self._ready().define(source, name)

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
        """`place` as a report may show it; None if it is in no file that was handed in."""
        if place is None or place.file not in self.submission.files:
            return None
        return self.discretion.place(place) if self.working else place

    def outline(self, file: str, wholes: bool = False) -> Outline:
        """What stands where in a file, parsed in the box; empty where that is not possible."""
        try:
            return Outline.of(self._ready().request("outline", file, wholes))
        except (Stopped, StudentError):
            return Outline()

    def output(self) -> str:
        """What was printed; nothing while a working version of ours is in the box."""
        if self.box is None or not self.box.alive or self.working:
            return ""
        return self.box.take_output()

    def example(self) -> str:
        """What the check did last, as lines to run."""
        return self.conversation.trace.render() if self.conversation is not None else ""

    def new_example(self) -> None:
        """The next example of a property begins."""
        if self.conversation is not None:
            self.conversation.trace.clear()

    def end_lent(self) -> None:
        """End the box that has seen working code: what it was asked, it could remember."""
        if self.lent:
            self._end()
        self._resting.end(True)

    def close(self) -> None:
        """End all boxes."""
        self._end()
        self._resting.end(True, False)

    def _end(self, *, rests: bool = False) -> None:
        """Let go of the box of the last check, which ends or `rests`. What it has used stays counted."""
        if self.box is not None:
            if not rests:
                self.box.close()
            self.budget.closed += self.box.cost()
            self._printed = self.box.printed_total
        self.box = self.conversation = None
