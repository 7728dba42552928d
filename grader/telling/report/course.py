"""What the pages of a course say: how everybody did in each of its lessons, and in all of them together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from grader.model import CheckStatus, Grade, Lesson, Student
from grader.naming import report_folder_name
from grader.policy import NO_POLICY, Policy, counted
from grader.roster import Member, Roster
from grader.telling import story
from grader.telling.report import words
from grader.telling.report.overview import FAR, MOST, Bin, bins, quartiles


@dataclass(frozen=True, slots=True)
class Result:
    """How one student did in one lesson: all that a course keeps of a grade."""

    status: CheckStatus  # as an exercise has one: "todo" where nothing is begun, "ungraded" by our fault
    got: float
    possible: float
    pending: float
    absent: bool  # nothing of the lesson could be read
    following: str  # the title of the exercise that comes next; "" where there is none
    counts: float  # of `got`, by the rules of the course

    @classmethod
    def of(cls, grade: Grade, lesson: Lesson, policy: Policy = NO_POLICY) -> "Result":
        got, possible = words.score(grade)
        following = story.next_exercise(grade.exercises, lesson.order)
        title = following.title if following is not None and not grade.unread else ""
        counts = counted(grade, policy).points or 0.0
        return cls(_status(grade), got, possible, grade.pending_points, grade.unread, title, counts)


def _status(grade: Grade) -> CheckStatus:
    if grade.status != "graded":
        return "ungraded"
    statuses = {e.status for e in grade.exercises if e.max_points}
    if grade.unread or statuses == {"todo"}:
        return "todo"
    return "passed" if statuses <= {"passed"} else "failed"


@dataclass(frozen=True, slots=True)
class Learner:
    """One student. `results` has one for each lesson of the course, None where there is no report."""

    student: Student
    results: tuple[Result | None, ...]

    @property
    def known(self) -> list[Result]:
        return [result for result in self.results if result is not None]

    @property
    def whole(self) -> bool:
        """Whether there is a sum: a lesson that we could not grade is no zero in it."""
        return all(result.status != "ungraded" for result in self.known)

    @property
    def got(self) -> float:
        return sum(result.got for result in self.known)

    @property
    def counts(self) -> float:
        """What counts of `got` in the course."""
        return sum(result.counts for result in self.known)

    @property
    def possible(self) -> float:
        return sum(result.possible for result in self.known)

    @property
    def pending(self) -> float:
        return sum(result.pending for result in self.known)

    @property
    def share(self) -> float:
        return min(max(self.got / self.possible, 0.0), 1.0) if self.possible else 0.0

    @property
    def begun(self) -> bool:
        return any(result.status not in ("todo", "ungraded") for result in self.known)


@dataclass(frozen=True, slots=True)
class Session:
    """One lesson of the course. The median is in points, None where nobody has any."""

    lesson: Lesson
    students: int  # who handed in something that could be read
    done: int
    absent: int
    ungraded: int
    middle: float | None
    possible: float
    all_points: float  # there are, written answers included, the same for everyone
    maximum: float  # of these, what the rules of the course make of them


@dataclass(frozen=True, slots=True)
class Course:
    """Everything the page of a course shows."""

    lessons: tuple[Lesson, ...]
    learners: tuple[Learner, ...]  # by name
    sessions: tuple[Session, ...]
    seats: Mapping[str, Member] = field(default_factory=dict)  # by student, where there is a class list
    absent: tuple[Member, ...] = ()  # on the class list, and nothing of any lesson was handed in

    @property
    def all_points(self) -> float:
        return round(sum(session.all_points for session in self.sessions), 2)

    @property
    def maximum(self) -> float:
        """What all of it counts, the same for everyone."""
        return round(sum(session.maximum for session in self.sessions), 2)

    @property
    def whole(self) -> list[Learner]:
        return [learner for learner in self.learners if learner.whole]

    @property
    def has_rules(self) -> bool:
        """Whether rules of the course make other points of somebody's."""
        return any(result.counts != round(result.got, 2) for each in self.learners for result in each.known)

    @property
    def quartiles(self) -> tuple[float, float, float] | None:
        return quartiles([learner.got for learner in self.whole])

    @property
    def bins(self) -> tuple[Bin, ...]:
        return bins([learner.share for learner in self.whole])

    @property
    def idle(self) -> list[Learner]:
        return [learner for learner in self.learners if not learner.begun]

    @property
    def behind(self) -> list[Learner]:
        """Who has begun and lacks most points."""
        far = (each for each in self.whole if each.begun and each.share < FAR)
        return sorted(far, key=lambda learner: learner.share)[:MOST]

    @property
    def parts(self) -> list[tuple[Learner, ...]]:
        """The rows in parts that a browser can show."""
        size = 200
        return [self.learners[at : at + size] for at in range(0, len(self.learners), size)]

    @property
    def statuses(self) -> list[CheckStatus]:
        """The states that occur, in the order in which they are always listed."""
        present: set[CheckStatus] = {r.status for each in self.learners for r in each.known}
        return [status for status in ("passed", "failed", "todo", "ungraded") if status in present]


ByLesson = Mapping[str, Mapping[Student, Result]]


def results(grades: Iterable[Grade], lesson: Lesson, policy: Policy = NO_POLICY) -> dict[Student, Result]:
    """What a course keeps of the grades of one lesson, which has these rules."""
    return {grade.student: Result.of(grade, lesson, policy) for grade in grades}


def joined(
    lessons: Sequence[Lesson],
    found: ByLesson,
    rules: Mapping[str, Policy] = MappingProxyType({}),
    rosters: Sequence[Roster] = (),
) -> Course:
    """The course of these lessons, with the rules and the class list of each.

    Students are told apart by their ids alone.
    """
    by_id = {name: {student.id: result for student, result in known.items()} for name, known in found.items()}
    students = {student.id: student for known in reversed([*found.values()]) for student in known}
    learners = [
        Learner(student, tuple(by_id.get(lesson.name, {}).get(student.id) for lesson in lessons))
        for student in sorted(students.values(), key=lambda s: (s.name.casefold(), s.id))
    ]
    sessions = (
        _session(lesson, [*by_id.get(lesson.name, {}).values()], rules.get(lesson.name, NO_POLICY))
        for lesson in lessons
    )
    seats = {student: m for roster in rosters for student, m in roster.by_student().items()}
    return Course(tuple(lessons), tuple(learners), tuple(sessions), seats, _absent(rosters))


def _absent(rosters: Sequence[Roster]) -> tuple[Member, ...]:
    """Who is absent from every lesson that has a class list, by name."""
    there = {member.id for roster in rosters for member in roster.by_student().values()}
    known = {member.id: member for roster in rosters for member in roster.absent if member.id not in there}
    return Roster(tuple(known.values())).absent


def _session(lesson: Lesson, known: Sequence[Result], policy: Policy) -> Session:
    here = [result for result in known if not result.absent and result.status != "ungraded"]
    middle = quartiles([result.got for result in here])
    return Session(
        lesson=lesson,
        students=len(here),
        done=sum(result.status == "passed" for result in here),
        absent=sum(result.absent for result in known),
        ungraded=sum(result.status == "ungraded" for result in known),
        middle=middle[1] if middle else None,
        possible=max((result.possible for result in here), default=sum(e.points for e in lesson.exercises)),
        all_points=words.all_points(lesson),
        maximum=words.all_points(lesson, policy),
    )


def handed_back(student: Student) -> str:
    """The folder of a student that can be given back as it is, with a page for each lesson."""
    return f"students/{report_folder_name(student.id)}"
