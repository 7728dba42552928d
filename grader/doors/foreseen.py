"""What a check asks is known before it runs: it has asked a working solution the same.

So all questions of an exercise go to a box at once. If every answer for a check equals the solution's, byte
for byte, the check would pass as it did on the solution, and need not run. Otherwise it runs as usual. While
it asks what was foreseen, the answers are there already.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from grader.box import wire

SECONDS = 0.3  # of CPU time that questions ahead may take; what takes longer is asked one by one
MOST = 1 << 19  # bytes of all answers to the questions of one exercise
_BEGUN = ["ok", None]

Asking = tuple[str, list[Any]]  # operation, and the wire's form of its arguments


@dataclass(frozen=True, slots=True)
class Program:
    """What one check depends on, and what a working solution answers to it."""

    constants: tuple[tuple[str, str, str], ...]  # module, name, and the value as Python writes it
    questions: tuple[Asking, ...]
    spelled: tuple[str, ...]  # each question as `repr` writes it, so that 1, 1.0 and True differ
    modules: frozenset[str]  # the modules that the check imports
    text: bytes  # the questions as JSON
    answers: bytes  # the answers as a host writes them; the first one is the answer to `fresh`


@dataclass(slots=True)
class Recording:
    """Notes what one check asks. `open_ended` says that the check also depends on something else."""

    constants: dict[tuple[str, str], str] = field(default_factory=dict)
    questions: list[Asking] = field(default_factory=list)
    answers: list[list[Any]] = field(default_factory=list)
    open_ended: bool = False

    def note(self, op: str, arguments: list[Any], frame: list[Any]) -> None:
        """Note one question, and the answer frame that came back."""
        if op == "fresh":  # a check begins; it does not ask that itself
            self.questions.clear()
            self.answers.clear()
        else:
            self.questions.append((op, arguments))
            self.answers.append(frame[1:])

    def saw(self, module: str, name: str, value: Any) -> None:
        """Note that the check read a constant."""
        self.constants[module, name] = repr(value)

    def program(self) -> Program | None:
        """What was noted; None if the check cannot be foreseen."""
        modules = frozenset(arguments[1] for op, arguments in self.questions if op == "import")
        answers = _json([_BEGUN, *self.answers])
        depends = self.constants or modules
        if self.open_ended or not depends or len(answers) > MOST:
            return None
        constants = tuple((*place, text) for place, text in self.constants.items())
        questions = _json([[*question] for question in self.questions])
        spelled = tuple(map(repr, self.questions))
        return Program(constants, tuple(self.questions), spelled, modules, questions, answers)


class Ahead:
    """The answers that a box gave ahead, for a check that now comes to ask for them."""

    def __init__(self, program: Program, answers: list[Any]) -> None:
        self._program = program
        self._answers = answers  # the first one is the answer to `fresh`
        self._used = 0

    def take(self, op: str, arguments: list[Any]) -> list[Any] | None:
        """The answer frame to the next question; None when this is not the one that was foreseen."""
        due = self._program.spelled
        if self._used >= len(due) or repr((op, arguments)) != due[self._used]:
            return None
        self._used += 1
        return ["", *self._answers[self._used]]

    def asked(self) -> tuple[Asking, ...]:
        """The questions that the check has asked so far."""
        return self._program.questions[: self._used]


def questions_line(fresh: list[Any], programs: Iterable[Program]) -> bytes:
    """What is asked ahead: how each check begins, then the questions of one check after the other."""
    return b",".join((_json(fresh), *(program.text for program in programs)))


def again_line(fresh: list[Any], questions: Iterable[Asking]) -> bytes:
    """Like `questions_line`, for a single check and some of its questions."""
    return b"%b,%b" % (_json(fresh), _json([[*question] for question in questions]))


def answers_in(frame: list[Any], programs: Collection[Program]) -> list[Ahead | None]:
    """The answers for each check; None where they are a working solution's. WireError if they do not fit."""
    match frame:
        case [_, "ok", list(found)] if len(found) == len(programs):
            pairs = [*zip(found, programs, strict=True)]
            if all(answers is wire.AS_DUE or _fits(answers, program) for answers, program in pairs):
                return [None if answers is wire.AS_DUE else Ahead(p, answers) for answers, p in pairs]
    raise wire.WireError("no answers to these questions")


def _fits(answers: Any, program: Program) -> bool:
    """Whether these may be the answers for a check: first that it has begun, then one for each question."""
    if type(answers) is not list or len(answers) != len(program.questions) + 1:
        return False
    return answers[0] == _BEGUN and all(type(answer) is list for answer in answers)


def _json(value: Any) -> bytes:
    """As `wire.dump_line` writes it, without the end of the line."""
    return wire.dump_line(value)[:-1]
