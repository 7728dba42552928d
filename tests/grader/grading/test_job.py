"""A job turns whatever was handed in into an outcome, and only a broken kit stops it."""

import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from grader.errors import KitError, UngradedError
from grader.grading import job, record, workers
from grader.grading.job import Graded, Job
from grader.intake import intake
from grader.model import Lesson, Student
from grader.telling import report
from tests.grader.batches import LESSON, PAGES, Counted, hand_in


@pytest.fixture
def graded(monkeypatch: pytest.MonkeyPatch) -> Counted:
    """Grading that costs nothing and counts."""
    counted = Counted()
    monkeypatch.setattr(job.session, "grade", counted)
    return counted


@pytest.fixture
def work(tmp_path: Path) -> Job:
    """The job to grade ada."""
    [entry] = intake.find(hand_in(tmp_path / "class", "ada") / "ada", LESSON)
    return Job(LESSON, entry, confined=True)


def outcome(work: Job) -> Graded:
    found = job.run(work)
    assert found is not None
    return found


def failing(error: Exception) -> Any:
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


def test_an_outcome_has_every_file_of_a_report(work: Job, graded: Counted) -> None:
    """The pages, the record of the very grade, and what may differ between two runs."""
    found = outcome(work)
    assert set(found.files) == PAGES
    assert found.files["grade.json"] == record.dumps(found.grade)
    assert json.loads(found.files["run.json"])["schema"] == "learning-loop/run/1"


def test_what_is_known_is_not_graded_again(work: Job, graded: Counted) -> None:
    """The digest of one outcome, handed to the next job, makes it free."""
    known = outcome(work).digest
    assert job.run(replace(work, known=known)) is None
    assert graded.calls == ["ada"]


@pytest.mark.parametrize("change", [{"student": Student("ada", "Ada L.")}, {"remarks": ("handed in late",)}])
def test_names_and_remarks_count_as_changes(work: Job, graded: Counted, change: Any) -> None:
    """A report shows them, so other ones need another report."""
    known = outcome(work).digest
    assert outcome(replace(work, known=known, entry=replace(work.entry, **change))).digest != known


def test_a_changed_file_counts(work: Job, graded: Counted) -> None:
    """One more byte means grading again."""
    known = outcome(work).digest
    with (work.entry.source / "engine.py").open("ab") as file:
        file.write(b"\n")
    assert outcome(replace(work, known=known)).digest != known


def test_what_cannot_be_read_has_no_points_and_says_what_to_do(work: Job) -> None:
    """An empty folder gets a whole report: nobody gets out of a grade by handing in what cannot be read."""
    for path in work.entry.source.iterdir():
        path.unlink()
    found = outcome(work)
    assert (found.grade.status, found.grade.points, set(found.files)) == ("graded", 0.0, PAGES)
    assert "nothing in it; hand in" in (found.grade.reason or "")
    assert "nothing in it; hand in" in found.grade.exercises[0].checks[0].message


@pytest.mark.parametrize("error", [RuntimeError("odd"), MemoryError(), UngradedError("odd", "do this")])
def test_our_own_failures_cost_one_submission(
    work: Job, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    """Whatever is raised while reading becomes a reason, never a zero."""
    monkeypatch.setattr(intake, "read", failing(error))
    found = outcome(work).grade
    assert (found.status, found.points) == ("ungraded", None)
    assert "please report" in (found.reason or "") or found.reason == "odd; do this"


def test_a_page_that_cannot_be_made_costs_one_submission(
    work: Job, graded: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A report that breaks over one student's text says so in place of it."""
    html = report.html

    def broken(grade: Any, lesson: Lesson, *_: Any) -> str:
        return html(grade, lesson) if grade.status == "ungraded" else failing(ValueError("odd text"))()

    monkeypatch.setattr(report, "html", broken)
    assert "its report could not be written" in (outcome(work).grade.reason or "")


def test_a_broken_kit_stops_everything(work: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the kit is wrong no submission can be graded, so nobody gets a report that says so."""
    monkeypatch.setattr(job.session, "grade", failing(KitError("no checks")))
    with pytest.raises(KitError):
        job.run(work)


def test_threads_take_turns(work: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a pool of threads only one submission is graded at a time."""
    inside, most = list[int](), list[int]()

    def busy(*_: object, **__: object) -> None:
        inside.append(threading.get_ident())
        most.append(len(inside))
        time.sleep(0.01)
        inside.remove(threading.get_ident())
        raise ValueError("enough")

    monkeypatch.setattr(job.session, "grade", busy)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(job.run, [work] * 8))
    assert most == [1] * 8


def test_a_busy_machine_is_not_stuck(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who uses all the time that there is, imports included, may wait for a core for as long again."""
    given: list[float] = []
    monkeypatch.setattr(job.multiprocessing, "parent_process", object)
    monkeypatch.setattr(job.faulthandler, "dump_traceback_later", lambda seconds, **_: given.append(seconds))
    with job._deadline(LESSON):
        pass
    assert given[0] > 5 * (LESSON.limits.submission_seconds + LESSON.limits.imports_seconds)


def stuck(lesson: Lesson) -> None:
    """A job that never ends, in a worker without patience."""
    job._PATIENCE = 0.0
    limits = replace(lesson.limits, submission_seconds=0.01, imports_seconds=0.0)
    with job._deadline(replace(lesson, limits=limits)):
        time.sleep(600)


def test_a_worker_that_is_stuck_ends_itself() -> None:
    """A bug of ours that never returns breaks its worker, and not the batch."""
    with workers.pool(1) as pool, pytest.raises(BrokenProcessPool):
        pool.submit(stuck, LESSON).result()
