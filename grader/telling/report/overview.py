"""Where a whole class stands: the middle of it, how its points are spread, and who needs somebody now."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import quantiles

from grader.model import Exercise, Grade, Lesson
from grader.telling import story
from grader.telling.report import words

BINS = 10
_FEWEST = 5  # students, of whom a picture says more than the table
FAR = 0.5  # of the points: who has less than this share is far behind
MOST = 10  # students who are named as those furthest behind


@dataclass(frozen=True, slots=True)
class Bin:
    """How many students have from `low` to below `high` percent of the points; the last one holds 100."""

    low: int
    high: int
    students: int


@dataclass(frozen=True, slots=True)
class Stuck:
    """Students whose next exercise is the same, and who have tried it."""

    exercise: Exercise
    students: tuple[Grade, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """`quartiles` are in points: a quarter of the class is below the first, half of it below the second."""

    quartiles: tuple[float, float, float] | None
    bins: tuple[Bin, ...]  # () of a class that is too small to draw
    idle: tuple[Grade, ...]  # nothing is begun
    stuck: tuple[Stuck, ...]  # where most are, first
    behind: tuple[Grade, ...]  # who has begun and lacks most points


def overview(graded: Sequence[Grade], lesson: Lesson) -> Overview:
    """What there is to know at a glance about students who have a grade, in the order of their names."""
    begun = [grade for grade in graded if not _idle(grade, lesson)]
    return Overview(
        quartiles=quartiles([words.score(grade)[0] for grade in graded]),
        bins=bins([*map(share, graded)]),
        idle=tuple(grade for grade in graded if _idle(grade, lesson) and not grade.unread),
        stuck=_stuck(begun, lesson),
        behind=tuple(sorted((g for g in begun if share(g) < FAR), key=share)[:MOST]),
    )


def share(grade: Grade) -> float:
    """The part of the points that somebody has, from 0 to 1."""
    got, possible = words.score(grade)
    return min(max(got / possible, 0.0), 1.0) if possible else 1.0


def _idle(grade: Grade, lesson: Lesson) -> bool:
    """Whether every exercise that a student writes is as it was handed out, or cannot be read."""
    given = {exercise.name for exercise in lesson.exercises if exercise.given}
    return grade.unread or all(e.status == "todo" for e in grade.exercises if e.name not in given)


def quartiles(points: Sequence[float]) -> tuple[float, float, float] | None:
    """The points below which a quarter, half and three quarters of some students are; None for nobody."""
    if len(points) < 2:
        return (points[0],) * 3 if points else None
    low, middle, high = quantiles(points, n=4, method="inclusive")
    return low, middle, high


def bins(shares: Sequence[float]) -> tuple[Bin, ...]:
    """How many students have which share of the points; () for too few to draw."""
    if len(shares) < _FEWEST:
        return ()
    counts = [0] * BINS
    for each in shares:
        counts[min(int(each * BINS), BINS - 1)] += 1
    step = 100 // BINS
    return tuple(Bin(k * step, (k + 1) * step, count) for k, count in enumerate(counts))


def _stuck(begun: Sequence[Grade], lesson: Lesson) -> tuple[Stuck, ...]:
    at: dict[str, list[Grade]] = {}
    for grade in begun:
        following = story.next_exercise(grade.exercises, lesson.order)
        if following is not None and following.status not in ("todo", "waiting"):
            at.setdefault(following.name, []).append(grade)
    found = [Stuck(e, tuple(at[e.name])) for e in lesson.exercises if len(at.get(e.name, ())) > 1]
    return tuple(sorted(found, key=lambda stuck: -len(stuck.students)))
