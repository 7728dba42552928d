"""What a student's own code does where an exercise was graded with working versions instead: unscored."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from grader.ledger import Ledger
from grader.model import Figure, Series


def show(ledger: Ledger, play: Callable[[str, Ledger], None]) -> None:
    """Note beside each exercise that was followed through what its checks say of the student's own code.

    `play(exercise, ledger)` runs the checks of an exercise into another ledger. Only what was tried and is
    wrong is played: an exercise that is still to do shows nothing, nor does a file that cannot be imported,
    and one that hangs would hang again.
    """
    for exercise, working in list(ledger.followed.items()):
        if all(_tried(ledger, need) for need in working):
            own = Ledger(ledger.lesson, ledger.weights)
            play(exercise, own)
            _note(ledger, exercise, working, own)


def _tried(ledger: Ledger, exercise: str) -> bool:
    file = ledger.lesson.exercise(exercise).file
    if exercise in ledger.unsteady:  # what came of it would be another thing each time
        return False
    return ledger.status(exercise) == "failed" and file not in ledger.unimportable


def _note(ledger: Ledger, exercise: str, working: Iterable[str], own: Ledger) -> None:
    results = own.results.get(exercise, {}).values()
    if any(result.status not in ("passed", "failed") for result in results):
        return
    with_own = f"with your own {' and '.join(f'`{name}`' for name in working)}"
    passed = sum(result.status == "passed" for result in results)
    few = f"{passed} of {len(results)} checks of this exercise pass; that does not count"
    said = f"{with_own}, {few if passed < len(results) else 'every check of this exercise passes, too'}"
    ledger.remarks.setdefault(exercise, []).append(said)
    figures = zip(ledger.figures.get(exercise, []), own.figures.get(exercise, []), strict=False)
    ledger.figures[exercise] = [_joined(shown, also, with_own) for shown, also in figures]


def _joined(shown: Figure, also: Figure, name: str) -> Figure:
    """The first figure with the student's line of the second one in it, under another name."""
    lines = [Series(name, series.values) for series in also.series if series.name == "yours"]
    return replace(shown, series=(*shown.series, *lines))
