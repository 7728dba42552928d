"""The boxed door that asks ahead: a check's questions as they are known from a working solution.

Whatever comes of that, a check gets the verdict that it would get without.
"""

from functools import partial
from typing import Any

from grader.box import wire
from grader.box.constants import Constants, held, watched
from grader.doors.boxed import BoxedDoor
from grader.doors.foreseen import SECONDS, Ahead, Program, Recording, answers_in
from grader.errors import LostError
from grader.model import Lesson, Submission
from grader.student import Stopped


class AskingAhead(BoxedDoor):
    """`as_foreseen` asks all questions of a check at once, before the check does, which may then not run.

    A `recording` takes down what a check asks, to be asked ahead of others.
    """

    def __init__(
        self, lesson: Lesson, submission: Submission, *, confined: bool, forgiving: bool = True
    ) -> None:
        super().__init__(lesson, submission, confined=confined, forgiving=forgiving)
        self.recording: Recording | None = None
        self._begun = False  # whether `begin` has been called already for the check that is to run
        self._ahead: Ahead | None = None
        self._foreseeable = True

    def begin(self, exercise: str, working: tuple[str, ...]) -> None:
        """As ever; a check whose questions were asked ahead has begun with that."""
        if not self._begun:
            self._ahead = None
            super().begin(exercise, working)
        self._begun = False

    def constants(self, name: str) -> Constants:
        """As ever; a recording hears of those that are looked at."""
        known = super().constants(name)
        return known if self.recording is None else watched(known, partial(self.recording.saw, name))

    def text(self, name: str) -> str:
        """As ever; no question is asked for it."""
        if self.recording is not None:
            self.recording.open_ended = True
        return super().text(name)

    def _ask(self, op: str, arguments: list[Any]) -> list[Any]:
        if self._ahead is not None:
            if (answer := self._ahead.take(op, arguments)) is not None:
                return answer
            self._go_back(self._ahead)
        answer = super()._ask(op, arguments)
        if self.recording is not None:
            self.recording.note(op, arguments, answer)
        return answer

    def as_foreseen(self, program: Program) -> bool:
        """Whether the check that has begun would be answered as a working solution answers it.

        If not, the check is to be run next. It finds what was answered waiting, and need not ask again.
        """
        self._begun = True
        if not self._same_constants(program):
            return False
        if program.questions and not (self._foreseeable and self._reaches(program) and self._asked(program)):
            return False
        self._begun = False
        return True

    def _same_constants(self, program: Program) -> bool:
        try:
            values = [repr(held(self.constants(module), name)) for module, name, _ in program.constants]
        except (Stopped, AttributeError):
            return False
        return values == [text for _, _, text in program.constants]

    def _reaches(self, program: Program) -> bool:
        """Whether each module that the check imports can be imported. First imports are done here."""
        if program.modules & self._constants.keys():
            return False
        for name in sorted(program.modules - self._imported):
            try:
                self.module(name)
            except Stopped:
                self._begun = False  # the check is to begin again, and meet that itself
                return False
            self._start_anew()
        return not program.modules & self._failed

    def _asked(self, program: Program) -> bool:
        """Whether the box answers as it should. What else it answers is kept for the check."""
        if self.box is None or not self.box.alive:
            return False
        printed, cost = self._printed, self.box.cost()
        try:
            self.box.begin_check(SECONDS, self._left())
            frame = self.box.ask_ahead(program.text, program.answers)
            if frame is None:
                return True
            self._ahead = Ahead(program, answers_in(frame, program))
            self._limit_check()
        except (Stopped, wire.WireError):
            self._forget_ahead(printed, cost)
        except LostError as lost:
            self._begun = False
            raise self._lost(lost) from None
        return False

    def end_check(self) -> None:
        """The check is over; what was answered ahead of it is of no use any more."""
        self._begun, self._ahead = False, None

    def _forget_ahead(self, printed: int, cost: float) -> None:
        """What was asked ahead came to no good end: ask one by one from now on, as if it had never been."""
        assert self.box is not None
        self._foreseeable = self._begun = False
        self.budget.free += self.box.cost() - cost
        self.close()
        self._printed = printed

    def _go_back(self, ahead: Ahead) -> None:
        """Another box, which has been asked nothing but what the check has asked so far."""
        self._ahead, door, lent = None, self.door, {*self.lent}
        self.close()
        self._open()
        self.door, self.lent = door, lent  # whose stand-ins the check holds
        self._limit_check()
        whole, over = self._standing_in()
        standing_in = wire.encode([whole, {name: dict(texts) for name, texts in over.items()}], lambda _: 0)
        for op, arguments in (("fresh", standing_in), *ahead.asked()):
            self._ask(op, arguments)
