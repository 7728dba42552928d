"""A process that may grade says what keeps it from it."""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from grader.box import confine
from grader.grading import answering, batch, changes, parcel
from grader.lesson import catalog
from tests.grader.batches import KIT, LESSON


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    """Nothing is known from before, and nothing is kept."""
    for known in (answering._conditions, answering._lesson):
        known.cache_clear()
    yield
    for known in (answering._conditions, answering._lesson):
        known.cache_clear()


def answer(**changed: str) -> str:
    conditions = {**batch.conditions_of(LESSON, confined=True), **changed}
    return parcel.refused(answering.fits(parcel.question(LESSON, conditions)))


def test_who_is_like_us_fits() -> None:
    """From whatever folder the worker was started in."""
    assert answer() == ""


def test_outside_of_a_kit_the_kit_of_the_code_is_taken(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the package is installed from a kit, as we install it."""
    monkeypatch.chdir(str(tmp_path))
    assert answering._lesson("first_loop").root == KIT


@pytest.mark.parametrize("name", [changes.LESSON, changes.KIT, changes.CODE, changes.PYTHON, "hypothesis"])
def test_every_condition_is_compared(name: str) -> None:
    """What differs is named, with what is here and what was asked for."""
    said = answer(**{name: "0.0"})
    assert said.startswith(f"{name}: ") and said.endswith(", not 0.0")


def test_who_cannot_lock_code_in_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever else is equal."""
    monkeypatch.setattr(confine, "missing_protections", lambda: ["Landlock version 6"])
    assert answer() == "it cannot lock student code in; missing: Landlock version 6"


def test_who_has_no_such_lesson_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the command would there."""
    asked = parcel.question(LESSON, {}).replace(b"first_loop", b"first_moop")
    assert "no lesson named 'first_moop'" in parcel.refused(answering.fits(asked))


def test_a_job_is_refused_by_who_has_changed_since(monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker that is started anew at the same address is asked with every job."""
    monkeypatch.setattr(catalog, "digest", lambda _: "sha256:other")
    asked = parcel.question(LESSON, batch.conditions_of(LESSON, confined=True) | {changes.LESSON: "mine"})
    assert parcel.refused(answering.graded(asked)).startswith(f"{changes.LESSON}: ")


def test_distributed_is_not_loaded_where_student_code_is_graded() -> None:
    """It would cost each such process half a second, and memory."""
    code = "import sys, grader.grading.answering; print('distributed' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], cwd=KIT, capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"
