"""How each check does in a class: how many pass it, and whether those who pass it do well elsewhere."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import sqrt

from grader.model import Exercise, ExerciseResult, Grade, Lesson
from grader.telling.cause import is_about_a_file

FEWEST = 20  # students; a correlation of fewer says little


@dataclass(frozen=True, slots=True)
class Item:
    """One check. `discrimination` is the correlation of passing it with the points of all other checks."""

    title: str
    passed: int
    students: int
    discrimination: float | None  # None where all pass, or nobody, or all have the same points elsewhere

    @property
    def flag(self) -> str:
        """What a teacher should look at; "" for nothing. Chance alone flags about one check in fifty."""
        if not self.passed:
            return "nobody passes"
        if self.passed == self.students:
            return "nobody fails"
        if self.discrimination is not None and self.discrimination < -2 / sqrt(self.students):
            return "who passes it does worse elsewhere"
        return ""


@dataclass(slots=True)
class _Sums:
    """Of some students: how many, and the sums of their points and of the squares of these."""

    count: int = 0
    points: float = 0.0
    squares: float = 0.0

    def add(self, points: float) -> None:
        self.count += 1
        self.points += points
        self.squares += points * points

    def join(self, other: "_Sums") -> None:
        self.count += other.count
        self.points += other.points
        self.squares += other.squares


@dataclass(slots=True)
class _Check:
    title: str
    worth: float
    all: _Sums = field(default_factory=_Sums)
    passing: _Sums = field(default_factory=_Sums)


def items(graded: Sequence[Grade], lesson: Lesson) -> tuple[tuple[Exercise, tuple[Item, ...]], ...]:
    """The checks of each exercise; () for a class that is too small."""
    read = [grade for grade in graded if not grade.unread]
    if len(read) < FEWEST:
        return ()
    found = []
    for exercise in lesson.exercises:
        checks = _checks(exercise.name, read)
        if checks:
            found.append((exercise, tuple(map(_item, checks))))
    return tuple(found)


def _checks(exercise: str, graded: Iterable[Grade]) -> list[_Check]:
    """What is to be known of each check. Equal results, of which a class has many, are walked once."""
    alike: dict[ExerciseResult, _Sums] = {}
    for grade in graded:
        for result in grade.exercises:
            if result.name == exercise and result.status != "ungraded":
                alike.setdefault(result, _Sums()).add(grade.points or 0.0)
    checks: dict[str, _Check] = {}
    for result, sums in alike.items():
        for check in result.checks:
            known = checks.setdefault(check.name, _Check(check.title, check.max_points))
            if is_about_a_file(known.title):
                known.title = check.title
            known.all.join(sums)
            if check.status == "passed":
                known.passing.join(sums)
    return list(checks.values())


def _item(check: _Check) -> Item:
    return Item(check.title, check.passing.count, check.all.count, _discrimination(check))


def _discrimination(check: _Check) -> float | None:
    """Pearson's r of passing (0 or 1) with the rest: the points less what this check gave."""
    n, k, worth = check.all.count, check.passing.count, check.worth
    rest = check.all.points - k * worth
    squares = check.all.squares - 2 * worth * check.passing.points + k * worth * worth
    spread = (n * squares - rest * rest) * (n * k - k * k)
    if spread <= 1e-9 * max(squares, 1.0) * n * n:
        return None
    together = n * (check.passing.points - k * worth) - k * rest
    return max(-1.0, min(1.0, together / sqrt(spread)))
