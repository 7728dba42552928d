"""What a class gets wrong: each cause with the students whom it concerns, the most frequent first."""

from collections.abc import Iterable
from dataclasses import dataclass

from grader.model import Exercise, Grade, Lesson
from grader.telling.cause import Cause, cause

SHOWN = 12  # causes that are shown without opening anything


@dataclass(frozen=True, slots=True)
class Trouble:
    """One cause, and who is concerned. `exercise` is None where it is about a whole file."""

    cause: Cause
    exercise: Exercise | None
    students: tuple[Grade, ...]


def troubles(graded: Iterable[Grade], lesson: Lesson) -> tuple[Trouble, ...]:
    """All that keeps students from points, besides what is still to do. Each counts once a student."""
    order = {exercise.name: exercise for exercise in lesson.exercises}
    concerned: dict[tuple[str, str, str], dict[str, Grade]] = {}
    told: dict[tuple[str, str, str], Cause] = {}
    for grade in graded:
        for found in (cause(result) for result in grade.exercises if not grade.unread):
            if found is not None:
                told.setdefault(found.key, found)
                concerned.setdefault(found.key, {})[grade.student.id] = grade
    places = {name: number for number, name in enumerate(order)}
    keys = sorted(told, key=lambda key: (-len(concerned[key]), places.get(key[1], -1), key))
    return tuple(Trouble(told[key], order.get(key[1]), tuple(concerned[key].values())) for key in keys)
