"""A worker says what keeps it from grading, and answers also when the process that graded has died."""

import os
import signal
from collections.abc import Iterator

import pytest

pytest.importorskip("distributed")

from grader.box import confine
from grader.grading import away, batch, changes, parcel
from grader.lesson import catalog
from tests.grader.batches import KIT, LESSON


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    """Nothing is known from before, and nothing is kept."""
    for known in (away._conditions, away._lesson):
        known.cache_clear()
    yield
    for known in (away._conditions, away._lesson):
        known.cache_clear()


def answer(**changed: str) -> str:
    conditions = {**batch.conditions_of(LESSON, confined=True), **changed}
    return parcel.refused(away._fits(parcel.question(LESSON, conditions)))


def test_who_is_like_us_fits() -> None:
    """From whatever folder the worker was started in."""
    assert answer() == ""


def test_outside_of_a_kit_the_kit_of_the_code_is_taken(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the package is installed from a kit, as we install it."""
    monkeypatch.chdir(str(tmp_path))
    assert away._lesson("first_loop").root == KIT


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
    assert "no lesson named 'first_moop'" in parcel.refused(away._fits(asked))


def test_a_job_is_refused_by_who_has_changed_since(monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker that is started anew at the same address is asked with every job."""
    monkeypatch.setattr(catalog, "digest", lambda _: "sha256:other")
    asked = parcel.question(LESSON, batch.conditions_of(LESSON, confined=True) | {changes.LESSON: "mine"})
    assert parcel.refused(away._graded(asked)).startswith(f"{changes.LESSON}: ")


def die(_: bytes) -> bytes:
    os.kill(os.getpid(), signal.SIGKILL)
    return b""


def echo(data: bytes) -> bytes:
    return data


def test_a_process_that_dies_is_an_answer_and_replaced() -> None:
    """Dask's own process goes on, so that nobody else is suspected."""
    try:
        assert away._in_own_process(die, b"") == away.DIED
        assert away._in_own_process(echo, b"again") == b"again"
    finally:
        away._pool()[0].close()
        away._pool.cache_clear()
