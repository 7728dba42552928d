"""The nouns of the kit: frozen values, no behaviour beyond what follows from their fields."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from grader.figures import Figure, Node, Plane
from grader.given import Given

CheckStatus = Literal[
    "passed",
    "failed",
    "todo",  # NotImplementedError from the stub, or a constant that is still None
    "waiting",  # direct door only: an exercise that this one needs is not done
    "timed_out",
    "crashed",
    "invalid",  # the submission broke the protocol
    "ungraded",  # our fault: never a zero
]
Trust = Literal["isolated", "advisory"]


# --- the lesson, as its catalog describes it ---------------------------------------------------


@dataclass(frozen=True, slots=True)
class Hint:
    """One rung on the way from a nudge to nearly the answer; with `checks`, of use for these checks alone."""

    text: str
    checks: tuple[str, ...] = ()  # names of test functions, or patterns such as "test_rows_*"


@dataclass(frozen=True, slots=True)
class Exercise:
    """One graded exercise: the functions or the file that `tests/<lesson>/test_<name>.py` checks."""

    name: str
    title: str
    file: str
    points: float
    hints: tuple[Hint, ...]
    needs: tuple[str, ...] = ()  # exercises whose code this one calls
    functions: tuple[str, ...] = ()  # what it is made of, where that is not one function of its own name
    understood: str = ""  # what somebody has understood who has just done it
    counts: bool = True  # one that a course has dropped has 0 points, too, and is not done when handed out

    @property
    def given(self) -> bool:
        """Whether it works as it is handed out, so that it has 0 points and a student need not touch it."""
        return self.points == 0 and self.counts

    @property
    def defines(self) -> tuple[str, ...]:
        """The functions of this exercise, which a working version replaces."""
        return self.functions or (self.name,)


@dataclass(frozen=True, slots=True)
class Question:
    """A written question, marked by a person."""

    name: str
    title: str  # the heading in the written file
    prompt: str
    points: float
    rubric: str = ""  # what to look for in an answer; empty in a student's copy of the kit


@dataclass(frozen=True, slots=True)
class Milestone:
    """One of the lesson's "done means": shown when all `checks` pass or `question` has full marks."""

    name: str
    title: str
    checks: tuple[str, ...] = ()  # "exercise::test_name"
    question: str | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """What one check, and one submission, may use. Seconds and bytes."""

    check_seconds: float = 1.0  # CPU time of the first check that hangs
    hung_check_seconds: float = 0.2  # CPU time of a check once another has hung
    import_seconds: float = 2.0  # CPU time of the import of one module
    imports_seconds: float = 60.0  # of all imports of a submission, without the first import of each module
    submission_seconds: float = 9.0  # time of everything else that a submission does
    memory: int = 512 << 20  # of a process; of a submission one works, and one of up to 128 MB may be stopped
    output: int = 10 << 20  # bytes that a submission may print before its box is ended
    answer: int = 1 << 20  # bytes of one answer
    calls: int = 20_000  # calls into student code that one check may make


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson and where its parts are. `root` is the folder that holds exercises/ and tests/."""

    name: str
    title: str
    root: Path
    exercises: tuple[Exercise, ...] = field(hash=False)  # much is kept by lesson, so its hash is asked often
    written_file: str
    questions: tuple[Question, ...] = field(hash=False)
    milestones: tuple[Milestone, ...] = field(hash=False)
    order: tuple[str, ...] = ()  # of work; some checks may come later: "square", "loss::test_x"
    session: int = 1  # which lesson of the course it is, from 1 on
    beside: tuple[str, ...] = ()  # modules that students get complete, and need neither read nor hand in
    limits: Limits = field(default_factory=Limits)

    @property
    def stubs(self) -> Path:
        return self.root / "exercises" / self.name

    @property
    def handed_out(self) -> Path:
        return copy if (copy := self.suite / "handed_out").is_dir() else self.stubs  # students have both

    @property
    def solutions(self) -> Path:
        return self.root / "solutions" / self.name

    @property
    def suite(self) -> Path:
        return self.root / "tests" / self.name

    @property
    def files(self) -> tuple[str, ...]:
        """Every file a student hands in, without repeats, in the lesson's order."""
        return tuple(dict.fromkeys([*(e.file for e in self.exercises), self.written_file]))

    def exercise(self, name: str) -> Exercise:
        return next(e for e in self.exercises if e.name == name)

    def functions_in(self, file: str) -> frozenset[str]:
        """The functions that the catalog names in a file, which may hold answers beside them."""
        return frozenset(name for e in self.exercises if e.file == file for name in e.functions)

    def given(self, file: str) -> bool:
        """Whether a file is handed out complete."""
        own = [exercise for exercise in self.exercises if exercise.file == file]
        return bool(own) and all(exercise.given for exercise in own)


# --- what comes in -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Student:
    """Who handed something in. Both are text of unknown origin: escape them wherever they land."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """What the learning system says about when and as what a submission came; nothing where it is silent."""

    at: str = ""  # "2026-11-22 23:58", in the system's own time zone where none is named
    late: bool = False  # the system calls it late
    late_by: float | None = None  # seconds, where the system says how late
    item: str = ""  # one of its files in the download, by whose name Canvas takes files back


ON_TIME = Arrival()


@dataclass(frozen=True, slots=True)
class Submission:
    """One student's work: the lesson's files and own modules beside them, read once and safely."""

    student: Student
    files: Mapping[str, bytes]  # name -> content
    digest: str  # "sha256:…" over names and contents
    problems: Mapping[str, str] = field(default_factory=dict)  # file -> why it could not be read
    remarks: tuple[str, ...] = ()  # worth knowing, costs nothing: extra files, an older attempt
    unread: str = ""  # why nothing of it could be read, and what to do
    arrival: Arrival = ON_TIME


# --- what comes out ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One check on one submission. `message` and `example` are shown to the student."""

    name: str
    title: str  # the claim that the check makes, in the lesson's words
    status: CheckStatus
    points: float
    max_points: float
    message: str = ""
    example: str = ""  # runnable lines of Python that show the same numbers
    line: int | None = None  # of the student's file, where student code raised or hung
    graph: tuple[Node, ...] = ()  # what the example is about, from its result back

    @property
    def wrong(self) -> bool:
        """Was it tried, and is not right? What is still to do, or waits for that, is not wrong."""
        return self.status not in ("passed", "todo", "waiting")


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """The one misconception that reproduces everything that was observed."""

    slug: str
    message: str
    line: int | None = None
    question: str = ""
    # The check that it explains, where that is not the first that is wrong. A record has it only then.
    check: str = field(default="", metadata={"unless": ""})


@dataclass(frozen=True, slots=True)
class ExerciseResult:
    """All checks of one exercise. `status` is the most telling of its checks' statuses."""

    name: str
    title: str
    file: str
    status: CheckStatus
    points: float
    max_points: float
    checks: tuple[CheckResult, ...]
    follow_through: bool = False  # graded with working versions of the exercises it needs
    remarks: tuple[str, ...] = ()
    hint: str = ""  # the first rung; empty when done, or when none fits
    diagnosis: Diagnosis | None = None
    figures: tuple[Figure | Plane, ...] = ()
    given: Given | None = field(default=None, metadata={"unless": None})

    @property
    def told(self) -> CheckResult | None:
        """What tells most, where it is not done: what the mistake explains, else what is wrong or to do."""
        undone = [check for check in self.checks if check.status != "passed"]
        wrong = [check for check in undone if check.wrong]
        explained = self.diagnosis.check if self.diagnosis is not None else ""
        return next(iter([*(c for c in wrong if c.name == explained), *wrong, *undone]), None)


@dataclass(frozen=True, slots=True)
class WrittenResult:
    """A written answer. `points` is None until a person has marked it."""

    name: str
    title: str
    prompt: str
    status: Literal["answered", "missing"]
    points: float | None
    max_points: float
    text: str = ""
    comment: str = ""

    @property
    def waits(self) -> bool:
        """Whether a person has to come and mark it: where nothing is written there is nothing to read."""
        return self.points is None and self.status == "answered"


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a grade was made from; the same values give the same grade."""

    submission: str
    lesson: str
    kit: str
    python: str
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Grade:
    """The one record of a graded submission; see `grader.grading.record` for its JSON."""

    lesson: str
    lesson_title: str
    student: Student
    status: Literal["graded", "ungraded"]
    reason: str | None  # why ungraded, or why nothing could be read, and what to do
    trust: Trust
    points: float | None  # of the exercises; None when ungraded
    max_points: float
    pending_points: float  # of written answers that no person has marked yet
    exercises: tuple[ExerciseResult, ...]
    written: tuple[WrittenResult, ...]
    done: tuple[tuple[str, str, bool | None], ...]  # (name, title, shown? None: a person decides)
    provenance: Provenance
    remarks: tuple[str, ...] = ()
    # A record has it only where the system says something.
    arrival: Arrival = field(default=ON_TIME, metadata={"unless": ON_TIME})

    @property
    def unread(self) -> bool:
        """Could nothing of the submission be read? That is a zero, and somebody should know."""
        return self.status == "graded" and self.reason is not None
