"""One suite, two doors: a student's own pytest and the grader's box judge alike."""

import re
from dataclasses import asdict
from pathlib import Path

import pytest

from grader.doors.asking_ahead import AskingAhead
from grader.grading import session
from grader.lesson import catalog
from grader.telling.story import next_exercise
from tests.grader.conftest import CONFINED, ROOT, read

CLASSES = {
    "first_loop": "sample_class",
    **{name: f"{name}_class" for name in ("two_parameters", "gradient_check", "absolute_loss")},
}
SAMPLES = {
    name: sorted(path for path in (ROOT / "tests" / samples).iterdir() if path.is_dir())
    for name, samples in CLASSES.items()
}
CASES = [
    pytest.param(name, folder, id=f"{name}-{folder.name}")
    for name, samples in SAMPLES.items()
    for folder in (ROOT / "solutions" / name, ROOT / "exercises" / name, *samples)
]


def told(result):
    """What is compared of a check. Where a hang is caught, and after how long, differs from run to run."""
    fields = ["status"] if result["status"] == "timed_out" else ["status", "points", "message", "line"]
    return {name: result[name] for name in fields}


def told_next(board):
    """The exercise that the board sends a student to; None when there is none."""
    found = re.search(r"^next: `(\w+)`", board, re.MULTILINE)
    return found[1] if found else None


@pytest.mark.parametrize(("name", "folder"), CASES)
def test_both_doors_say_the_same_of_every_check(name: str, folder: Path, warm_run):
    """Status, points, message and line are the same; so are the examples and diagnoses that a student sees,
    and what comes next. Exit code 0 means that everything is done.

    What is to do, and needs what is not done, waits for that at home."""
    lesson = catalog.load(ROOT, name)
    direct = warm_run(f"tests/{name}", folder=folder)
    ledger = session.bench(lesson).run(AskingAhead(lesson, read(folder, lesson), confined=CONFINED))
    boxed = {e: {n: asdict(r) for n, r in found.items()} for e, found in ledger.results.items()}

    for exercise, results in direct.results.items():
        judged = {n: r for n, r in results.items() if r["status"] != "waiting"}
        assert {n: told(r) for n, r in judged.items()} == {n: told(boxed[exercise][n]) for n in judged}
        assert all(boxed[exercise][n]["status"] == "todo" for n in results.keys() - judged.keys())
        assert all(r["example"] in ("", boxed[exercise][n]["example"]) for n, r in judged.items())
    for exercise, diagnosis in direct.diagnoses.items():
        assert diagnosis == asdict(ledger.diagnoses[exercise])
    assert {e: set(found) for e, found in direct.results.items()} == {e: set(f) for e, f in boxed.items()}
    following = next_exercise(ledger.checked(), lesson.order)
    assert (following.name if following else None) == told_next(direct.out)
    assert (direct.exit_code == 0) is all(r["status"] == "passed" for f in boxed.values() for r in f.values())


def test_there_is_a_class_to_compare():
    """The doors are compared on at least twelve samples, besides the solution and the stubs."""
    assert all(len(samples) >= 12 for samples in SAMPLES.values())
