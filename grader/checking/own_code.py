"""What an exercise does with the student's own code, if it was graded with working versions (follow-through).

Working versions should help, and never cost a point. So if an exercise lost points with them, and all its
checks pass with the student's own code, the student's own code counts. Otherwise the result with the
student's own code is shown, but gives no points.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from grader.checking.ledger import Ledger
from grader.figures import Figure, Plane, Series

Play = Callable[[str, Ledger], None]


def count(ledger: Ledger, play: Play) -> None:
    """Like `show`, but only where points may come of it."""
    _show(ledger, play, [name for name in ledger.followed if ledger.status(name) == "failed"])


def show(ledger: Ledger, play: Play) -> None:
    """Run the exercises with follow-through again, with the student's own code, and note the results.

    `play(exercise, ledger)` runs the checks of an exercise, at least up to the first that fails, and notes
    them in another ledger. It is called only where the student's own code was tried and is wrong: an
    exercise that is to do shows nothing, a file that cannot be imported shows nothing, and code that hangs
    would hang again.
    """
    _show(ledger, play, [*ledger.followed])


def _show(ledger: Ledger, play: Play, exercises: Iterable[str]) -> None:
    for exercise in exercises:
        working = ledger.followed[exercise]
        for own in _choices(ledger, exercise, working):
            played = _played(ledger, play, exercise, own)
            if _counts(ledger, exercise, played):
                ledger.take(exercise, played)
                said = f"graded {_with_own(own)}, because every check of this exercise passes that way"
                ledger.remarks.setdefault(exercise, []).append(said)
                break
            if own == working:
                _note(ledger, exercise, own, played)


def _choices(ledger: Ledger, exercise: str, working: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Which working versions to replace with the student's own: first all, then only those in the same file.

    Functions in one file may be written to fit each other, whatever is wrong in another file.
    """
    file = ledger.lesson.exercise(exercise).file
    beside = tuple(name for name in working if ledger.lesson.exercise(name).file == file)
    status = "todo" if file in ledger.unimportable else ledger.status(exercise)
    if status in ("passed", "failed") and all(_tried(ledger, name) for name in working):
        yield working
    if status == "failed" and beside not in ((), working) and all(_tried(ledger, name) for name in beside):
        yield beside


def _tried(ledger: Ledger, exercise: str) -> bool:
    file = ledger.lesson.exercise(exercise).file
    if exercise in ledger.unsteady:  # its results would differ each time
        return False
    # "passed": it was counted with the student's own code a moment ago, see `show`.
    return ledger.status(exercise) in ("passed", "failed") and file not in ledger.unimportable


def _played(ledger: Ledger, play: Play, exercise: str, own: tuple[str, ...]) -> Ledger:
    """The results of `exercise` with the student's `own` exercises, and working versions of all others."""
    left = {name: ledger.results.get(name, {}) for name in ledger.followed[exercise] if name not in own}
    played = Ledger(ledger.lesson, ledger.weights, results=left, unimportable=set(ledger.unimportable))
    play(exercise, played)
    return played


def _counts(ledger: Ledger, exercise: str, played: Ledger) -> bool:
    """Whether points were lost with working versions, and none are lost with the student's own."""
    done = played.complete(exercise) and played.status(exercise) == "passed"
    return done and ledger.status(exercise) == "failed"


def _with_own(names: tuple[str, ...]) -> str:
    return f"with your own {' and '.join(f'`{name}`' for name in names)}"


def _note(ledger: Ledger, exercise: str, own: tuple[str, ...], played: Ledger) -> None:
    results = played.results.get(exercise, {}).values()
    if any(result.status not in ("passed", "failed") for result in results):
        return
    done = all(result.status == "passed" for result in results)
    few = "not every check of this exercise passes; your points do not depend on that"
    said = "every check of this exercise passes, too" if done else few
    ledger.remarks.setdefault(exercise, []).append(f"{_with_own(own)}, {said}")
    drawn = {figure.title: figure for figure in played.figures.get(exercise, [])}
    figures = ledger.figures.get(exercise, [])
    ledger.figures[exercise] = [_joined(shown, drawn.get(shown.title), _with_own(own)) for shown in figures]


def _joined(shown: Figure | Plane, also: Figure | Plane | None, name: str) -> Figure | Plane:
    """The figure `shown`, with the student's line of the figure `also` added under `name`."""
    if not isinstance(shown, Figure) or not isinstance(also, Figure):
        return shown
    lines = [Series(name, series.values) for series in also.series if series.name == "yours"]
    return replace(shown, series=(*shown.series, *lines))
