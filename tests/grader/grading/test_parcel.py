"""Jobs and outcomes cross as JSON, whole, and nothing else is taken for one."""

import json
import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from grader.errors import KitError
from grader.grading import job, parcel, rendering
from grader.grading.job import Graded, Job
from grader.grading.markbook import Markbook
from grader.grading.marks import Mark
from grader.grading.parcel import BadParcelError
from grader.intake import intake
from grader.model import Student
from tests.grader import gradebooks
from tests.grader.batches import LESSON, Counted, hand_in


@pytest.fixture
def graded(monkeypatch: pytest.MonkeyPatch) -> Counted:
    """Grading that costs nothing and counts."""
    counted = Counted()
    monkeypatch.setattr(job.session, "grade", counted)
    return counted


@pytest.fixture
def work(tmp_path: Path) -> Job:
    """The job to grade ada, with marks, odd bytes and an odd name."""
    [entry] = intake.find(hand_in(tmp_path / "class", "ada", engine=b"# \xff\x00\r\n") / "ada", LESSON)
    book = Markbook()
    grade = gradebooks.graded("ada")
    book.give(book.about(grade, grade.written[0]), Mark(0.5, "\U0001f600 …"), "worksheet")
    entry = replace(entry, student=Student("ada", "Ada \u202e<b>"), remarks=("late",))
    found = job.prepared(Job(LESSON, entry, confined=True, marks=book, conditions={"Python": "3"}))
    assert isinstance(found, Job)
    return found


def test_a_job_arrives_as_it_was_sent(work: Job) -> None:
    """All that grading reads of it; where the submission lay stays at home."""
    asked = parcel.request(parcel.packed(work, charge=True))
    there = parcel.unpacked(asked, LESSON)
    assert asked.charge and asked.lesson == LESSON.name
    assert there.submission == work.submission
    assert (there.entry.student, there.entry.remarks) == (work.entry.student, work.entry.remarks)
    assert list(there.marks or ()) == list(work.marks or ())
    assert (there.confined, there.conditions) == (work.confined, work.conditions)


def test_there_it_gives_the_outcome_of_here(work: Job, graded: Counted) -> None:
    """The same digest and files, but for the times."""
    here = job.run(replace(work, submission=None))
    there = job.run(parcel.unpacked(parcel.request(parcel.packed(work, charge=False)), LESSON))
    assert here and there and here.digest == there.digest
    assert {**here.files, "run.json": b""} == {**there.files, "run.json": b""}


def test_an_outcome_arrives_as_it_was_sent(work: Job, graded: Counted) -> None:
    """The grade is read from its record."""
    sent = job.run(work)
    assert sent is not None
    got = parcel.outcome(parcel.answer(sent), work)
    assert (got.digest, got.files) == (sent.digest, sent.files)
    assert rendering.pages(got.grade, LESSON).items() <= sent.files.items()


def test_a_broken_kit_is_told_from_there(work: Job) -> None:
    """It stops the batch as it does here."""
    with pytest.raises(KitError, match="no checks") as caught:
        parcel.outcome(parcel.broken(KitError("no checks", "write some")), work)
    assert caught.value.hint == "write some"


class Bomb:
    """Goes off when somebody unpickles it."""

    def __reduce__(self) -> tuple[object, ...]:
        return (pytest.fail, ("unpickled",))


@pytest.mark.parametrize(
    "data",
    [
        pickle.dumps(Bomb()),
        Bomb(),
        b"",
        b"[]",
        b"{}",
        b'{"files": {}, "digest": ""}',
        b'{"files": {"grade.json": "e30="}, "digest": ""}',
        b'{"files": {"grade.json": "no base64"}, "digest": ""}',
        parcel.refusal("another kit"),
        b" " * (parcel.LARGEST + 1),
    ],
)
def test_what_is_no_outcome_is_none(work: Job, data: bytes) -> None:
    """Whatever a worker sends: the job counts as lost, and nothing of it is run."""
    with pytest.raises(Exception) as caught:
        parcel.outcome(data, work)
    assert not isinstance(caught.value, KitError | pytest.fail.Exception)


def test_an_outcome_of_somebody_else_is_none(work: Job, graded: Counted) -> None:
    """A worker answers for the student that it was asked about."""
    other = replace(work, entry=replace(work.entry, student=Student("bob", "Bob")))
    sent = job.run(work)
    assert isinstance(sent, Graded)
    with pytest.raises(BadParcelError):
        parcel.outcome(parcel.answer(sent), other)


def test_json_alone_crosses(work: Job) -> None:
    """A request is a text that anybody can read."""
    assert set(json.loads(parcel.packed(work, charge=False))) == {"lesson", "conditions", "charge", "work"}
