"""Jobs and outcomes as bytes of JSON, for a grader and a worker that share no disk.

What a student chose is text in it, and reading it makes plain values only: no side ever unpickles such bytes.
"""

import base64
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from grader.errors import KitError
from grader.grading import markbook, record
from grader.grading.changes import Conditions
from grader.grading.job import Graded, Job
from grader.grading.shelf import RECORD
from grader.intake.intake import Entry
from grader.model import Arrival, Lesson, Student, Submission
from grader.policy import from_table, to_table

LARGEST = 64 << 20  # bytes: more than all files that intake takes, and than a report of them


class BadParcelError(Exception):
    """These are not the bytes that were asked for."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a worker is asked. Without a student it is only asked whether it fits."""

    lesson: str
    conditions: Conditions
    charge: bool = False  # the student's submission has ended its workers; see `job.charge`
    work: Mapping[str, Any] | None = None


def question(lesson: Lesson, conditions: Conditions) -> bytes:
    """Asks a worker whether it would grade under these conditions."""
    return _dumps(asdict(Request(lesson.name, dict(conditions))))


def packed(job: Job, *, charge: bool) -> bytes:
    """Asks a worker to grade a submission that was read."""
    work = {
        "student": asdict(job.entry.student),
        "remarks": job.entry.remarks,
        "arrival": asdict(job.entry.arrival),
        "confined": job.confined,
        "policy": to_table(job.policy),
        "marks": None if job.marks is None else markbook.dumps(job.marks),
        "submission": None if job.submission is None else _submission(job.submission),
    }
    return _dumps(asdict(Request(job.lesson.name, dict(job.conditions), charge, work)))


def request(data: bytes) -> Request:
    """What a worker was asked."""
    return Request(**_loads(data))


def unpacked(asked: Request, lesson: Lesson) -> Job:
    """The job in a request, for the lesson as it is here."""
    work = asked.work
    if work is None:
        raise BadParcelError("there is no work in it")
    student = Student(**work["student"])
    return Job(
        lesson=lesson,
        entry=Entry(student, lesson.root, remarks=tuple(work["remarks"]), arrival=Arrival(**work["arrival"])),
        confined=work["confined"],
        marks=None if work["marks"] is None else markbook.loads(work["marks"].encode()),
        conditions=asked.conditions,
        policy=from_table(work["policy"]),
        submission=None if work["submission"] is None else _read(student, work["submission"]),
    )


def _submission(submission: Submission) -> dict[str, Any]:
    table = asdict(submission)
    del table["student"]
    return {**table, "files": _encoded(submission.files)}


def _read(student: Student, table: Mapping[str, Any]) -> Submission:
    plain = {**table, "files": _decoded(table["files"]), "remarks": tuple(table["remarks"])}
    return Submission(student, **plain | {"arrival": Arrival(**table["arrival"])})


# --- answers -----------------------------------------------------------------------------------


def answer(outcome: Graded) -> bytes:
    """A worker's answer: the outcome."""
    return _dumps({"digest": outcome.digest, "files": _encoded(outcome.files)})


def refusal(why: str) -> bytes:
    """A worker's answer: it takes no part. "" says that it does."""
    return _dumps({"refused": why})


def broken(error: KitError) -> bytes:
    """A worker's answer: no submission can be graded with this kit."""
    return _dumps({"kit": [error.message, error.hint]})


def refused(data: bytes) -> str:
    """Why a worker takes no part; "" where it does."""
    return str(_loads(data).get("refused", ""))


def outcome(data: bytes, job: Job) -> Graded:
    """The outcome in an answer. KitError where the worker met one, BadParcelError where there is none."""
    table = _loads(data)
    if "kit" in table:
        raise KitError(*map(str, table["kit"]))
    if "files" not in table:
        raise BadParcelError(str(table.get("refused", "there is no outcome in it")))
    files = _decoded(table["files"])
    grade = record.loads(files[RECORD])
    if grade.student != job.entry.student:
        raise BadParcelError("it is about somebody else")
    return Graded(grade, str(table["digest"]), files)


# --- bytes ---------------------------------------------------------------------------------------


def _dumps(table: Mapping[str, Any]) -> bytes:
    return json.dumps(table).encode()


def _loads(data: bytes) -> dict[str, Any]:
    if not isinstance(data, bytes) or len(data) > LARGEST:
        raise BadParcelError("these are no bytes, or too many")
    table = json.loads(data)
    if not isinstance(table, dict):
        raise BadParcelError("there is no object in it")
    return table


def _encoded(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: base64.b64encode(content).decode() for name, content in files.items()}


def _decoded(files: Mapping[str, str]) -> dict[str, bytes]:
    return {name: base64.b64decode(content, validate=True) for name, content in files.items()}
