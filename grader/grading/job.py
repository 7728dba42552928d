"""What a worker does with one submission: read it, grade it, render its report. It writes nothing."""

import faulthandler
import hashlib
import json
import multiprocessing
import os
import platform
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import UTC, datetime
from pathlib import Path

from grader.errors import GraderError, KitError, UngradedError, raised_at
from grader.grading import grading, rendering, session
from grader.grading.changes import Conditions
from grader.grading.markbook import Markbook
from grader.grading.marks import apply
from grader.grading.shelf import HANDED_IN, RUN
from grader.intake import intake
from grader.intake.taken import taken
from grader.model import Grade, Lesson, Submission
from grader.policy import NO_POLICY, Policy

_ONE_AT_A_TIME = threading.Lock()  # pytest's state belongs to the process, so threads take turns
# A worker is stuck when one submission takes longer than this many seconds, and this many times all the
# seconds that the lesson's limits allow. The limits count computing time; this is time on a clock, and the
# machine may be busy.
_PATIENCE = 60.0
_LIFETIMES = 10
_ENDS_WORKERS = "no check could be carried out: every process that graded this submission ended too soon"


@dataclass(frozen=True, slots=True)
class Job:
    """One submission to grade. `known` is the digest of what was graded before, "" for nothing.

    `marks` are what people decided about this student, None where nobody has marked anybody; `conditions`
    are noted beside the report. `submission` is there where it was read on another machine.
    """

    lesson: Lesson
    entry: intake.Entry
    confined: bool
    known: str = ""
    marks: Markbook | None = None
    conditions: Conditions = field(default_factory=dict)
    submission: Submission | None = None
    policy: Policy = NO_POLICY  # of the course, for what the report says


@dataclass(frozen=True, slots=True)
class Graded:
    """A grade, the digest of everything that was handed in, and the files of the report by name."""

    grade: Grade
    digest: str
    files: Mapping[str, bytes]


def run(job: Job) -> Graded | None:
    """Grade one submission; None when it is what was graded before. Raises only KitError."""
    began = time.monotonic()
    with _ONE_AT_A_TIME, _deadline(job.lesson):
        try:
            submission = _read(job)
            if _digest(submission) == job.known:
                return None
            grade = _marked(job, session.grade(job.lesson, submission, confined=job.confined))
        except KitError:
            raise
        except Exception as error:
            return ungraded(job, _reason(error))
        return _outcome(job, grade, submission, time.monotonic() - began)


def unchanged(jobs: Sequence[Job]) -> list[bool]:
    """Which of these submissions are what was graded before; False also where that cannot be told."""
    return [_is_known(job) for job in jobs]


def _is_known(job: Job) -> bool:
    with _ONE_AT_A_TIME, _deadline(job.lesson):
        try:
            return _digest(_read(job)) == job.known
        except Exception:  # `run` says what is wrong
            return False


def prepared(job: Job) -> Job | Graded | None:
    """The job with all that was handed in, to be sent away; else what `run` returns without grading."""
    try:
        submission = _read(job)
        return None if _digest(submission) == job.known else replace(job, submission=submission)
    except Exception as error:
        return ungraded(job, _reason(error))


def charge(job: Job) -> Graded:
    """The outcome of a submission that has ended its workers; nothing of it is read here.

    Where the solution does not end them, it is the submission's own doing.
    """
    entry = job.entry
    remarks = (*entry.remarks, _ENDS_WORKERS)
    nothing = Submission(entry.student, {}, "", remarks=remarks, arrival=entry.arrival)
    try:
        grade = session.charged(job.lesson, nothing, confined=job.confined)
    except UngradedError as error:
        return ungraded(job, error.message)
    return replace(_outcome(job, grade, nothing, 0.0), digest="")  # the next run tries again


def _read(job: Job) -> Submission:
    return taken(job.entry, job.lesson) if job.submission is None else job.submission


def ungraded(job: Job, reason: str) -> Graded:
    """The outcome that says why there is no grade."""
    nothing = Submission(job.entry.student, {}, "", arrival=job.entry.arrival)
    grade = grading.ungraded(job.lesson, nothing, reason, confined=job.confined)
    return Graded(grade, "", {**_files(job, grade, 0.0), HANDED_IN: _handed_in(nothing)})


def _marked(job: Job, grade: Grade) -> Grade:
    """The grade with the marks that people gave for the very answers in it."""
    return grade if job.marks is None else apply(grade, job.marks.fitting(grade), job.lesson)


def _outcome(job: Job, grade: Grade, submission: Submission, seconds: float) -> Graded:
    try:
        files = {**_files(job, grade, seconds), HANDED_IN: _handed_in(submission)}
        return Graded(grade, _digest(submission), files)
    except Exception as error:  # a report that cannot be written costs this submission only
        return ungraded(job, f"its report could not be written: {_reason(error)}")


def _files(job: Job, grade: Grade, seconds: float) -> dict[str, bytes]:
    pages = rendering.pages(grade, job.lesson, job.policy)
    stamp = rendering.stamp(pages, job.marks, job.conditions, job.policy)
    return {**pages, RUN: rendering.stamped(_run(job, seconds), stamp)}


def _handed_in(submission: Submission) -> bytes:
    """What was graded, as text, for pages on which a person reads it."""
    files = {name: content.decode("utf-8", "replace") for name, content in submission.files.items()}
    table = {"schema": "learning-loop/submission/1", "files": files}
    return f"{json.dumps(table, indent=1, ensure_ascii=False)}\n".encode()


def _run(job: Job, seconds: float) -> bytes:
    """Times and machine facts: all that may differ between two runs that give the same grade."""
    table = {
        "schema": "learning-loop/run/1",
        "graded_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "seconds": round(seconds, 3),
        "host": platform.node(),
        "platform": platform.platform(),
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "conditions": dict(job.conditions),
    }
    return f"{json.dumps(table, indent=1)}\n".encode()


def _reason(error: Exception) -> str:
    """What happened and what to do, as the end of "could not be graded, because …"."""
    if isinstance(error, GraderError):
        return "; ".join(filter(None, (error.message, error.hint)))
    return f"the grader failed on it ({raised_at(error)}); please report this"


def _digest(submission: Submission) -> str:
    """The digest over all that intake found, names and remarks too: they are in the report."""
    # `Submission.digest` stands for the contents of its files.
    names = (field.name for field in fields(submission) if field.name != "files")
    table = {name: getattr(submission, name) for name in names}
    table |= {name: asdict(table[name]) for name in ("student", "arrival")}
    return f"sha256:{hashlib.sha256(json.dumps(table, sort_keys=True).encode()).hexdigest()}"


@contextmanager
def _deadline(lesson: Lesson) -> Iterator[None]:
    """End a worker that is stuck in our own code, so that the batch goes on; boxes have their own limits."""
    if multiprocessing.parent_process() is None:  # not a worker: a thread, or a test
        yield
        return
    with Path(os.devnull).open("w") as nowhere:
        limits = lesson.limits
        seconds = _PATIENCE + _LIFETIMES * (limits.submission_seconds + limits.imports_seconds)
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()
