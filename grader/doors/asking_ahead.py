"""The boxed door that asks ahead: it sends the questions of checks, known from a working solution, at once.

Whatever answers come back, a check gets the verdict that it would get without asking ahead.
"""

from collections.abc import Mapping
from functools import partial
from typing import Any

from grader.box import wire
from grader.box.constants import Constants, held, watched
from grader.box.remote import Conversation
from grader.doors.boxed import BoxedDoor
from grader.doors.foreseen import (
    MOST,
    SECONDS,
    Ahead,
    Program,
    Recording,
    again_line,
    answers_in,
    questions_line,
)
from grader.doors.working import working_versions
from grader.errors import LostError, UngradedError
from grader.model import Lesson, Submission
from grader.student import Stopped, StudentError


class AskingAhead(BoxedDoor):
    """`ask_ahead` asks what the checks of an exercise will ask. Then `as_foreseen` says which need not run.

    While `recording` is set, it notes what a check asks, so that the same can be asked of other submissions.
    """

    def __init__(
        self, lesson: Lesson, submission: Submission, *, confined: bool, forgiving: bool = True
    ) -> None:
        super().__init__(lesson, submission, confined=confined, forgiving=forgiving)
        self.recording: Recording | None = None
        self._foreseeable = True
        self._answered: dict[str, Ahead | None] = {}  # by check; None where all answers are as foreseen
        self._next: Ahead | None = None  # the answers for the check that begins next
        self._ahead: Ahead | None = None  # the answers for the check that runs

    # --- before the checks ---------------------------------------------------------------------

    def ask_ahead(self, exercise: str, working: tuple[str, ...], programs: Mapping[str, Program]) -> None:
        """Ask a box what these checks of an exercise will ask.

        If something goes wrong here, nothing is lost: the checks will run and meet it themselves.
        """
        self._next = None
        wanted = {name: p for name, p in programs.items() if p.questions}
        if not self._foreseeable or sum(len(p.answers) for p in wanted.values()) > MOST:
            wanted = {}
        constants = {place[0] for p in programs.values() for place in p.constants} - self._constants.keys()
        if not wanted and not constants:
            return
        try:
            self.begin(exercise, working)
            for name in sorted(constants):
                self.constants(name)
            if wanted and self._reaches(frozenset().union(*(p.modules for p in wanted.values()))):
                self._ask_all(wanted)
        except LostError as lost:
            self._lost(lost)
        except (Stopped, StudentError, UngradedError):
            pass

    def _reaches(self, modules: frozenset[str]) -> bool:
        """Whether all `modules` can be imported. Those that never were imported before, are imported here."""
        for name in sorted(modules - self._imported):
            self.module(name)
        answers_only = {name for name in self._constants if not self.lesson.functions_in(f"{name}.py")}
        return not modules & (self._failed | answers_only)

    def _ask_all(self, programs: Mapping[str, Program]) -> None:
        self._ready()
        assert self.box is not None
        printed, cost = self._printed, self.box.cost()
        self.box.begin_check(SECONDS, self._left())
        try:
            due = [program.answers for program in programs.values()]
            frame = self.box.ask_ahead(questions_line(self._fresh(), programs.values()), due)
            answers = answers_in(frame, programs.values())
        except (Stopped, wire.WireError):  # ask one by one from now on, and count no time for this
            self._foreseeable = False
            self.budget.free += self.box.cost() - cost
            self._end()
            self._printed = printed
            return
        self._answered.update(zip(programs, answers, strict=True))

    def _fresh(self) -> list[Any]:
        """The arguments of the request `fresh`, which begins a check, in the wire's form."""
        whole, over = self._standing_in()
        form: list[Any] = wire.encode([whole, {n: dict(texts) for n, texts in over.items()}], lambda _: 0)
        return form

    def as_foreseen(self, name: str, program: Program) -> bool:
        """Whether everything that the check depends on is as it is with a working solution.

        If not, the caller runs the check next. The check then finds the answers that have arrived already.
        """
        self._next = self._answered.get(name)
        answered = name in self._answered and self._next is None
        return (answered or not program.questions) and self._same_constants(program)

    def end_exercise(self) -> None:
        """Forget what was answered ahead."""
        self._answered, self._next = {}, None

    def _same_constants(self, program: Program) -> bool:
        try:
            self._require_time()
            values = [repr(held(self.constants(module), name)) for module, name, _ in program.constants]
        except (Stopped, UngradedError, AttributeError):
            return False
        return values == [text for _, _, text in program.constants]

    # --- while a check runs --------------------------------------------------------------------

    def begin(self, exercise: str, working: tuple[str, ...]) -> None:
        """As in `BoxedDoor`; but if there are answers for the check already, no box is asked."""
        self._ahead, self._next = self._next, None
        if self._ahead is None:
            super().begin(exercise, working)
            return
        self._require_time()
        self._due = False
        self.working = working_versions(self.lesson, exercise, working)
        if self.conversation is None:
            self.conversation = Conversation(self._ask, self._note)
        self.conversation.discretion = self.discretion if self.working else None
        self.conversation.trace.forget()

    def module(self, name: str) -> Any:
        """As in `BoxedDoor`; but the import of the module may have been asked ahead."""
        if self._ahead is not None:
            assert self.conversation is not None
            return self.conversation.module(name)
        return super().module(name)

    def constants(self, name: str) -> Constants:
        """As in `BoxedDoor`; but a recording notes each constant that the check reads."""
        recording, self.recording = self.recording, None  # not what any check asks first for all the others
        try:
            known = super().constants(name)
        finally:
            self.recording = recording
        return known if recording is None else watched(known, partial(recording.saw, name))

    def text(self, name: str) -> str:
        """As in `BoxedDoor`; a check that reads a text cannot be foreseen, because that asks no question."""
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

    def _go_back(self, ahead: Ahead) -> None:
        """Go on in a new box, which is asked only what the check has asked so far."""
        self._ahead, conversation = None, self.conversation
        self._end()
        self._open()
        self.conversation = conversation  # the check holds stand-ins of this conversation
        self._limit_check()
        assert self.box is not None
        self.box.ask_ahead(again_line(self._fresh(), ahead.asked()), ())
