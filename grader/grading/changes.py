"""What a regrade changed: whose grade, where in it, and why. No grade changes in silence."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from grader.grading.record import summary_of
from grader.model import ExerciseResult, Grade, Provenance, Student, WrittenResult

Conditions = Mapping[str, str]  # all that a grade depends on besides the submission, by a name to show

LESSON, KIT, PYTHON = "the lesson or its checks", "the kit", "Python"
CODE = "the grader's own code"
_SHORT = 24  # characters: longer values are digests, which say nothing to a reader


@dataclass(frozen=True, slots=True)
class Change:
    """One student's grade before and now, as summaries. `where` and `why` are lists of short sentences."""

    student: Student
    before: Grade
    now: Grade
    where: tuple[str, ...]
    why: tuple[str, ...]


def between(before: Grade, now: Grade, then: Conditions, conditions: Conditions) -> Change | None:
    """What has changed from one grade to the next; None when all points and marks are the same."""
    where = tuple(places(before, now))
    if not where:
        return None
    why = tuple(reasons(before, now, then, conditions))
    return Change(now.student, summary_of(before), summary_of(now), where, why)


def by_marks(before: Grade, now: Grade) -> Change | None:
    """What marks have changed, and nothing else can have."""
    same = _known(before.provenance)
    return between(before, now, same, same)


def places(before: Grade, now: Grade) -> Iterator[str]:
    if before.status != now.status:
        yield f"{before.status} → {now.status}"
        return
    for old, new in ((before.exercises, now.exercises), (before.written, now.written)):
        known = {result.name: _points(result) for result in old}
        for result in new:
            if (was := known.get(result.name, "new")) != (points := _points(result)):
                yield f"{result.name} {was} → {points}"
        left = {result.name for result in new}
        yield from (f"{name} {points} → gone" for name, points in known.items() if name not in left)


def standing(grade: Grade) -> str:
    """A digest of all points and marks of a grade, or of its summary: two are equal where nothing changed."""
    results: list[ExerciseResult | WrittenResult] = [*grade.exercises, *grade.written]
    told = [grade.status, *(f"{result.name} {_points(result)}" for result in results)]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:16]


def _points(result: ExerciseResult | WrittenResult) -> str:
    if isinstance(result, WrittenResult) and result.status == "missing":
        return f"{result.points or 0:g}"  # nobody has to mark what is not there
    return "to mark" if result.points is None else f"{result.points:g}"


def reasons(before: Grade, now: Grade, then: Conditions, conditions: Conditions) -> list[str]:
    if now.status == "ungraded":
        return [f"it could not be graded now: {now.reason}"]
    reasons = []
    if before.status == "ungraded":
        reasons.append(f"it could not be graded before: {before.reason}")
    elif before.provenance.submission != now.provenance.submission:
        reasons.append("the submission changed")
    reasons += _conditions(then or _known(before.provenance), conditions)
    reasons += _marks(before, now)
    if before.trust != now.trust and not then:
        reasons.append(f"trust {before.trust} → {now.trust}")
    return reasons or ["nothing that is on record; please report this"]


def _known(provenance: Provenance) -> Conditions:
    """The conditions of a grade whose report does not list them: an earlier kit made it."""
    return {LESSON: provenance.lesson, KIT: provenance.kit, PYTHON: provenance.python}


def _conditions(then: Conditions, now: Conditions) -> Iterator[str]:
    for name, old in then.items():
        new = now.get(name, "gone")
        if old != new:
            told = max(len(old), len(new)) <= _SHORT
            yield f"{name} {old} → {new}" if told else f"{name} changed"


def _marks(before: Grade, now: Grade) -> Iterator[str]:
    """What people did, and what became of it: a new answer sets its mark aside."""
    known = {result.name: result.given and result.given.points for result in before.exercises}
    for exercise in now.exercises:
        given = exercise.given and exercise.given.points
        if exercise.name in known and known[exercise.name] != given:
            yield f"a person's points for {exercise.name}"
    old = {result.name: result for result in before.written}
    for result in now.written:
        was = old.get(result.name)
        if was is None or _points(was) == _points(result):
            continue
        if was.text != result.text:
            yield f"another answer to {result.name}"
        else:
            yield f"another mark for {result.name}"
