"""Does a check fail because something that was given has been changed? With that put back it passes."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from grader.checking.ledger import Ledger, Outcome
from grader.doors.handed_out import Changed, Patches, advice, changed, put_back
from grader.doors.outline import Outline
from grader.model import CheckResult, Exercise, Lesson

_MOST = 12  # parts that are put back and tried one by one

Where = Callable[[Changed], str]
Play = Callable[[str], Outcome | None]  # what a check of the exercise comes to now


def in_file(part: Changed) -> str:
    """Where a part is, or was."""
    return f"{part.file}, line {part.line}" if part.line else part.file


class Patched(Protocol):
    """A door that can have given parts as they were handed out."""

    put_back: Patches


def examine(
    ledger: Ledger,
    exercise: Exercise,
    outline_of: Callable[[str], Outline],
    door: Patched,
    play: Play,
    where: Where = in_file,
) -> bool:
    """Say which given part has to be put back; False where that is not all that is wrong.

    `play` reaches the student's code through `door`.
    """

    def passes(check: str, parts: Sequence[Changed]) -> bool:
        door.put_back = put_back(ledger.lesson, parts)
        try:
            played = play(check)
        finally:
            door.put_back = {}
        return played is not None and played.result.status == "passed"

    failed = ledger.exercise(exercise).told
    if failed is None or failed.status != "failed" or exercise.file in ledger.unimportable:
        return False
    parts = changed(ledger.lesson, outline_of)[:_MOST]
    if not parts or not passes(failed.name, parts):
        return False
    for part in parts[::-1]:  # what was changed in a way that works is nobody's business
        fewer = [other for other in parts if other is not part]
        parts = fewer if fewer and passes(failed.name, fewer) else parts
    ledger.results[exercise.name][failed.name] = _blamed(failed, ledger.lesson, exercise, parts, where)
    results = ledger.results[exercise.name]
    others = [name for name, r in results.items() if r.status != "passed" and name != failed.name]
    if not all(passes(name, parts) for name in others):  # there is another mistake, which may have a name
        return False
    ledger.changed.add(exercise.name)
    return True


def _blamed(
    failed: CheckResult, lesson: Lesson, exercise: Exercise, parts: Sequence[Changed], where: Where
) -> CheckResult:
    """The failed check, with what to put back, where that is, and where it can be found as it was."""
    line = failed.line or next((part.line for part in parts if part.file == exercise.file), None)
    if "put it back" in failed.message:  # Python's own words have named it
        return replace(failed, line=line)
    names = [f"`{part.name}`{f' ({there})' if (there := where(part)) else ''}" for part in parts]
    said = advice(lesson, names, [part.file for part in parts])
    return replace(failed, message=f"{failed.message}\n{said}", line=line)
