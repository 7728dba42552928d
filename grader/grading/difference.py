"""Two folders of reports held against each other: whose grade is another one, where, and because of what.

They are only read, and kept still meanwhile. Two reports at a time are held.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from grader.errors import UsageError
from grader.grading import changes, record
from grader.grading.history import score
from grader.grading.shelf import RECORD, RUN, texts
from grader.grading.turns import still
from grader.model import ExerciseResult, Grade
from grader.telling.report.changed import Changed


def between(old: Path, new: Path) -> Iterator[Changed]:
    """Each student whose grade, or the result of one of whose checks, is another one in `new` than in `old`.

    UsageError when one holds no reports, or both are of different lessons.
    """
    with ExitStack() as stack:
        for place in (old, new):
            stack.enter_context(still(place))
        for folder in sorted(_folders(old) | _folders(new)):
            if found := _difference(old / folder, new / folder):
                yield found


def _folders(place: Path) -> set[str]:
    found = {path.parent.name for path in place.glob(f"*/{RECORD}")}
    if not found:
        hint = "name two folders that `grader grade --out` filled, or copies of them"
        raise UsageError(f"there are no reports in {place}", hint)
    return found


def _difference(old: Path, new: Path) -> Changed | None:
    one, other = _read(old / RECORD), _read(new / RECORD)
    if one == other:
        return None
    before, now = _grade(old, one), _grade(new, other)
    if before is None or now is None:
        return _alone(before, now)
    if before.lesson != now.lesson:
        raise UsageError(
            f"{old.parent} and {new.parent} hold reports of different lessons", "name two of one lesson"
        )
    where = (*changes.places(before, now), *_checks(before, now))
    if not where:
        return None
    conditions = [texts(_read(place / RUN), "conditions") for place in (old, new)]
    why = changes.reasons(before, now, *conditions)
    return Changed("", now.student, score(before), score(now), where, tuple(why))


def _alone(before: Grade | None, now: Grade | None) -> Changed | None:
    if now is not None:
        return Changed("", now.student, None, score(now), ("only in the new reports",), ())
    if before is not None:
        return Changed("", before.student, score(before), None, ("only in the old reports",), ())
    return None


def _checks(before: Grade, now: Grade) -> Iterator[str]:
    """What came of each check before and now, where that is not the same."""
    known = {result.name: _results(result) for result in before.exercises}
    for result in now.exercises:
        old, new = known.get(result.name, {}), _results(result)
        for name in dict.fromkeys([*old, *new]):
            was, became = old.get(name, "no such check"), new.get(name, "no such check")
            if was != became:
                yield f"{result.name}::{name} {was} → {became}"


def _results(result: ExerciseResult) -> dict[str, str]:
    return {check.name: f"{check.status.replace('_', ' ')} ({check.points:g})" for check in result.checks}


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _grade(place: Path, data: bytes) -> Grade | None:
    """The grade; None where there is no report. UsageError, with the place, where it is damaged."""
    if not data:
        return None
    try:
        return record.loads(data)
    except UsageError as error:
        raise UsageError(f"{place / RECORD}: {error.message}", error.hint) from None
