"""A batch loses nothing, does nothing twice, and gives the same grades whatever happens on the way."""

import os
import re
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest

from grader.errors import KitError, UsageError
from grader.grading import batch, dispatch, finals, job, record, renewal, session, sources
from grader.grading.bench import Bench
from grader.grading.marks import Mark, Marks
from grader.grading.shelf import Shelf
from grader.intake import intake
from grader.lesson import catalog
from grader.model import Grade, Lesson, Student, Submission
from tests.grader import batches, disks, forks, gradebooks, kits, ready_workers
from tests.grader.batches import LESSON, PAGES, Counted, Inline, hand_in, lasting, reports, run
from tests.grader.sample_grades import ungraded

CLASS = ("ada", "bob", "cy", "dee")


@pytest.fixture
def graded(monkeypatch: pytest.MonkeyPatch) -> Counted:
    """Grading that costs nothing and counts."""
    counted = Counted()
    monkeypatch.setattr(job.session, "grade", counted)
    return counted


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A class of four."""
    return hand_in(tmp_path / "class", *CLASS)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where reports go."""
    return tmp_path / "reports"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Lesson:
    """A small lesson, for what is not about what is checked: a new worker is soon ready for it."""
    return kits.whole(tmp_path_factory.mktemp("small") / "kit")


def graded_in(out: Path) -> list[str]:
    """The graded reports that the journal knows, in the order in which they were finished."""
    with Shelf(out) as shelf:
        return [line.folder for line in shelf.journal.lines.values() if line.status == "graded"]


# --- what is written ---------------------------------------------------------------------------


def test_every_submission_gets_a_whole_report(folder: Path, out: Path, graded: Counted) -> None:
    """Four pages for each student, and the two pages of the class."""
    finished = run(folder, out)
    assert reports(out) == dict.fromkeys(CLASS, PAGES)
    assert {f.grade.student.id for f in finished} == set(CLASS)
    assert (out / "grades.csv").is_file()
    assert (out / "index.html").is_file()


@pytest.mark.parametrize("width", [1, 3])
def test_any_executor_will_do(folder: Path, out: Path, tmp_path: Path, graded: Counted, width: int) -> None:
    """A pool of threads gives what a pool of one gives."""
    run(folder, out, lambda: ThreadPoolExecutor(4), width=width)
    run(folder, tmp_path / "alone")
    assert lasting(out) == lasting(tmp_path / "alone")


def test_the_order_of_finishing_shows_nowhere(folder: Path, tmp_path: Path, graded: Counted) -> None:
    """The pages of the class are the same whoever was graded first."""
    for out, entries in (("one", intake.find(folder, LESSON)), ("two", intake.find(folder, LESSON)[::-1])):
        with Shelf(tmp_path / out) as shelf:
            list(batch.run(batch.Batch(LESSON, entries, Inline, 2), shelf))
    assert lasting(tmp_path / "one") == lasting(tmp_path / "two")


def test_what_cannot_be_read_is_a_zero_and_costs_only_itself(
    folder: Path, out: Path, graded: Counted
) -> None:
    """Everybody has a grade; the one of whom nothing could be read is told apart, and why."""
    (folder / "zoe.zip").write_bytes(b"no zip")
    finished = {f.grade.student.id: f.grade for f in run(folder, out)}
    assert {grade.status for grade in finished.values()} == {"graded"}
    assert [student for student, grade in finished.items() if grade.unread] == ["zoe"]
    assert "damaged, or is no zip" in (out / "grades.csv").read_text(encoding="utf-8")


def test_our_own_failure_costs_one_submission(
    folder: Path, out: Path, graded: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whom the grader fails on has no grade, and all others have theirs."""

    def fails_on_bob(lesson: Lesson, submission: Submission, *, confined: bool) -> Grade:
        if submission.student.id == "bob":
            raise RuntimeError("odd")
        return graded(lesson, submission, confined=confined)

    monkeypatch.setattr(job.session, "grade", fails_on_bob)
    states = {f.grade.student.id: f.grade.status for f in run(folder, out)}
    assert states == {**dict.fromkeys(CLASS, "graded"), "bob": "ungraded"}


def test_a_broken_kit_stops_the_batch(folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first submission shows that no checks can be collected; nobody gets a report."""
    tried = list[str]()

    def broken(_: Any, submission: Submission, **__: object) -> None:
        tried.append(submission.student.id)
        raise KitError("no checks")

    monkeypatch.setattr(job.session, "grade", broken)
    with pytest.raises(KitError):
        run(folder, out, width=1)
    assert (reports(out), tried) == ({}, ["ada"])


def test_reports_of_another_lesson_are_left_alone(folder: Path, out: Path, graded: Counted) -> None:
    """One folder holds the reports of one lesson."""
    run(folder, out)
    before = lasting(out)
    with pytest.raises(UsageError, match="another lesson"):
        run(folder, out, lesson=replace(LESSON, name="other", root=_kit_with_other(out.parent)))
    assert lasting(out) == before


def _kit_with_other(folder: Path) -> Path:
    (folder / "exercises" / "other").mkdir(parents=True)
    (folder / "exercises" / "other" / "lesson.toml").touch()
    return folder


def test_a_folder_that_is_no_report_stops_the_batch_before_it_begins(
    folder: Path, out: Path, graded: Counted
) -> None:
    """Somebody's own folder with a student's name is found out before anything is graded."""
    (out / "dee").mkdir(parents=True)
    with pytest.raises(UsageError, match="dee is in the way"):
        run(folder, out)
    assert graded.calls == []


# --- running again -----------------------------------------------------------------------------


def test_what_is_unchanged_is_not_graded_again(folder: Path, out: Path, graded: Counted) -> None:
    """A second run grades nobody, tells everybody's grade, and changes no file."""
    first = run(folder, out)
    before, graded.calls = lasting(out), []
    again = run(folder, out)
    assert graded.calls == []
    assert [(len(f.grade.exercises), f.kept) for f in again] == [(4, True)] * len(first)
    assert lasting(out) == before


def test_only_what_has_changed_is_graded_again(folder: Path, out: Path, graded: Counted) -> None:
    """One student hands in something else, and another is new."""
    run(folder, out)
    graded.calls = []
    hand_in(folder, "bob", engine=b"# new\n")
    hand_in(folder, "eve")
    run(folder, out)
    assert sorted(graded.calls) == ["bob", "eve"]


@pytest.mark.parametrize(
    "seam", [(catalog, "digest"), (batch, "kit_version"), (batch, "_version"), (sources, "digest")]
)
def test_another_kit_means_grading_again(
    folder: Path, out: Path, graded: Counted, monkeypatch: pytest.MonkeyPatch, seam: Any
) -> None:
    """A change of the lesson, of the kit, of what it is built on or of its own code counts for everyone."""
    run(folder, out)
    monkeypatch.setattr(*seam, lambda *_: "changed")
    run(folder, out)
    assert len(graded.calls) == 2 * len(CLASS)


def test_locked_in_or_not_makes_a_difference(folder: Path, out: Path, graded: Counted) -> None:
    """A report that says `advisory` is not kept where student code can be locked in."""
    run(folder, out, confined=False)
    run(folder, out, confined=True)
    assert len(graded.calls) == 2 * len(CLASS)


def test_what_could_not_be_graded_is_tried_again(
    folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch, graded: Counted
) -> None:
    """A failure of ours may be gone the next time, though the submission is the same."""
    with monkeypatch.context() as once:
        once.setattr(
            job.session, "grade", lambda *_, **__: replace(ungraded(), student=Student("ada", "ada"))
        )
        run(folder / "ada", out)
    assert not run(folder / "ada", out)[0].kept


def test_a_report_that_is_gone_is_made_again(folder: Path, out: Path, graded: Counted) -> None:
    """The journal alone is no report."""
    run(folder, out)
    (out / "cy" / "grade.json").unlink()
    run(folder, out)
    assert graded.calls.count("cy") == 2
    assert reports(out)["cy"] == PAGES


def test_fresh_grades_everybody_again(folder: Path, out: Path, graded: Counted) -> None:
    """With the journal cleared nothing is taken as known."""
    run(folder, out)
    with Shelf(out) as shelf:
        shelf.journal.clear()
    run(folder, out)
    assert len(graded.calls) == 2 * len(CLASS)


def test_half_a_line_in_the_journal_costs_one_grade(folder: Path, out: Path, graded: Counted) -> None:
    """A kill in the middle of a line means that this submission is graded again, and no other."""
    run(folder, out)
    journal = out / ".grader" / "journal.jsonl"
    *_, last = graded_in(out)
    journal.write_bytes(journal.read_bytes()[:-30])
    graded.calls = []
    run(folder, out)
    assert graded.calls == [last]


def test_the_class_keeps_those_who_are_not_graded_now(folder: Path, out: Path, graded: Counted) -> None:
    """Grading one student alone leaves the others in the table."""
    run(folder, out)
    before = (out / "grades.csv").read_bytes()
    run(folder / "bob", out)
    assert (out / "grades.csv").read_bytes() == before


# --- what a regrade must not lose, and must tell ------------------------------------------------


def mark_everybody(out: Path, points: float) -> None:
    """What a person with a worksheet does."""
    with Shelf(out) as shelf:
        everybody = Marks({question.name: Mark(points, "seen") for question in LESSON.questions})
        renewal.renew(LESSON, shelf, finals.take_over(shelf, dict.fromkeys(CLASS, everybody)))


def marks_in(out: Path) -> dict[str, set[float | None]]:
    with Shelf(out) as shelf:
        return {
            grade.student.id: {w.points for w in grade.written if w.status == "answered"}
            for grade in shelf.grades().values()
        }


@pytest.fixture
def answered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everybody answers every question, and gets full points."""

    def grade(_: Lesson, submission: Submission, **__: bool) -> Grade:
        made = gradebooks.graded(submission.student.id)
        return replace(made, provenance=replace(made.provenance, submission=submission.digest))

    monkeypatch.setattr(job.session, "grade", grade)


@pytest.mark.usefixtures("answered")
@pytest.mark.parametrize("change", ["engine", "lesson", "kit", "fresh", "report"])
def test_marks_survive_a_regrade(
    folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    """Other code, another lesson or kit, --fresh, a lost report: who answered the same keeps the mark."""
    run(folder, out)
    mark_everybody(out, 0.25)
    pages = {name: data for name, data in lasting(out).items() if name.startswith("ada/")}
    if change == "engine":
        hand_in(folder, *CLASS, engine=b"# another comment\n")
    elif change == "fresh":
        with Shelf(out) as shelf:
            shelf.journal.clear()
    elif change == "report":
        (out / "ada" / "grade.json").unlink()
    else:
        seam = {"lesson": (catalog, "digest"), "kit": (batch, "kit_version")}[change]
        monkeypatch.setattr(*seam, lambda *_: "changed")
    finished = run(folder, out)
    assert any(not one.kept for one in finished)
    assert [one.change for one in finished] == [None] * len(CLASS)
    assert marks_in(out) == {student: {0.25} for student in CLASS}
    if change == "fresh":
        again = {name: data for name, data in lasting(out).items() if name.startswith("ada/")}
        assert again["ada/grade.json"] == pages["ada/grade.json"]
        assert b"seen" in again["ada/report.html"]


@pytest.mark.usefixtures("answered")
def test_damaged_marks_stop_the_batch_before_it_begins(folder: Path, out: Path) -> None:
    """They may be mended by hand; grading on would make everybody unmarked."""
    run(folder, out)
    mark_everybody(out, 0.25)
    (out / "marks.json").write_text("{")
    with pytest.raises(UsageError, match=r"marks\.json cannot be read"):
        run(folder, out)
    assert (out / "marks.json").read_text() == "{"


def test_a_changed_grade_is_told_with_its_reason(
    folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whose grade, from what to what, and what is different from the time before; a first grade is none."""
    points = {"bob": 15.0}

    def grade(_: Lesson, submission: Submission, **__: bool) -> Grade:
        student = submission.student.id
        made = gradebooks.graded(student, square=points.get(student, 10.0))
        return replace(made, provenance=replace(made.provenance, submission=submission.digest))

    monkeypatch.setattr(job.session, "grade", grade)
    assert [one.change for one in run(folder, out)] == [None] * len(CLASS)
    points["bob"] = 5.0
    hand_in(folder, "bob", "cy", engine=b"# new\n")
    finished = {one.grade.student.id: one for one in run(folder, out)}
    assert [student for student, one in finished.items() if one.kept] == ["ada", "dee"]
    assert finished["cy"].change is None and finished["cy"].before is not None
    assert finished["bob"].change is not None
    assert finished["bob"].change.where == ("square 15 → 5",)
    assert finished["bob"].change.why == ("the submission changed",)


@pytest.mark.parametrize(
    ("seam", "said"),
    [
        ((catalog, "digest"), "the lesson or its checks changed"),
        ((batch, "kit_version"), "the kit .* → changed"),
        ((batch, "_version"), "hypothesis .* → changed"),
        ((sources, "digest"), "the grader's own code changed"),
    ],
)
def test_other_conditions_are_told(
    folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch, seam: Any, said: str
) -> None:
    """Also after --fresh, which forgets the journal, but not what the reports say they were made with."""
    monkeypatch.setattr(job.session, "grade", lambda _, s, **__: gradebooks.graded(s.student.id))
    run(folder / "ada", out)
    with Shelf(out) as shelf:
        shelf.journal.clear()
    monkeypatch.setattr(*seam, lambda *_: "changed" if seam[1] != "digest" else "sha256:" + "1" * 64)
    monkeypatch.setattr(job.session, "grade", lambda _, s, **__: gradebooks.graded(s.student.id, square=1.0))
    (one,) = run(folder / "ada", out)
    assert one.change is not None
    assert any(re.fullmatch(said, reason) for reason in one.change.why)


# --- workers that die --------------------------------------------------------------------------


def test_a_submission_that_kills_its_workers_costs_only_itself(
    tmp_path: Path, out: Path, small: Lesson, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is found out by being tried alone, and everybody else is graded as if it were not there."""
    monkeypatch.setattr(job, "run", batches.deadly)
    monkeypatch.setattr(dispatch, "TRIES", 2)
    folder = hand_in(tmp_path / "class", *CLASS, "mallory", lesson=small)
    finished = run(folder, out, lambda: ready_workers.pool(1), small, width=2)
    grades = {f.grade.student.id: f.grade for f in finished}
    mallory = grades.pop("mallory")
    assert (mallory.status, mallory.points) == ("graded", 0.0)  # nobody gets out of a grade that way
    whole = record.loads((out / "mallory" / "grade.json").read_bytes())
    assert any("ended too soon" in remark for remark in whole.remarks)
    assert {c.status for e in whole.exercises for c in e.checks} == {"invalid"}
    assert {name: g.reason for name, g in grades.items()} == dict.fromkeys(CLASS, "this is only a test")


def test_workers_that_die_by_themselves_are_our_fault(
    folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no process can grade the solution either, nobody is charged."""
    monkeypatch.setattr(job, "run", batches.deadly)
    monkeypatch.setattr(job, "charge", batches.deadly)
    monkeypatch.setattr(dispatch, "TRIES", 2)
    hand_in(folder, "mallory")
    grades = {f.grade.student.id: f.grade for f in run(folder, out, lambda: ready_workers.pool(1), width=2)}
    assert (grades["mallory"].status, grades["mallory"].reason) == ("ungraded", dispatch._LOST)


def test_an_executor_that_takes_nothing_ends_too(folder: Path, out: Path) -> None:
    """A pool that cannot even begin leaves everybody ungraded instead of going on for ever."""

    class Broken(Inline):
        def submit(self, *_: Any, **__: Any) -> Any:
            raise RuntimeError("no worker can be started")

    assert {f.grade.reason for f in run(folder, out, Broken)} == {dispatch._LOST}


def test_a_lost_job_is_no_broken_pool(folder: Path, out: Path, graded: Counted) -> None:
    """Where a pool goes on without one of its workers, so do the others' jobs, each done once."""
    opened, lost = list[str](), list[str]()

    class Losing(Inline):
        def submit(self, call: Any, /, *jobs: Any, **_: Any) -> Any:
            if jobs[0].entry.student.id == "bob" and not lost:
                lost.append("bob")
                call = failing
            return super().submit(call, *jobs)

    def failing(_: job.Job) -> None:
        raise RuntimeError("lost on the way")

    def open_pool() -> Losing:
        opened.append("pool")
        return Losing()

    assert {f.grade.points for f in run(folder, out, open_pool, width=2)} == {55.0}
    assert sorted(graded.calls) == [*CLASS] and lost == ["bob"]
    assert len(opened) == 2  # one for all, one for bob alone


def test_the_width_may_change_on_the_way(
    folder: Path, out: Path, graded: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is handed in while there is no room, and the batch waits for some."""
    rooms = iter([0, 0, 1, 2, 2, 2, 2, 2])
    monkeypatch.setattr(dispatch, "_WHILE", 0.01)
    run(folder, out, width=lambda: next(rooms))
    assert sorted(graded.calls) == [*CLASS]


# --- the real thing, disturbed -----------------------------------------------------------------


def command(folder: Path, out: Path) -> batches.Process:
    """`grader grade` with the small lesson's kit, which lies beside the class."""
    return batches.start(folder, out, kit=folder.parent / "kit", ready=forks.server("grader.cli"))


@pytest.fixture(scope="module")
def real_class(small: Lesson) -> Path:
    """Right, wrong, broken and unreadable submissions."""
    folder = hand_in(small.root.parent / "class", "ada", lesson=small)
    hand_in(folder, "wrong", lesson=small, sums=b"def double(x):\n    return 3 * x\n")
    hand_in(folder, "odd", lesson=small, sums=b"def")
    (folder / "zoe.zip").write_bytes(b"no zip")
    return folder


@pytest.fixture(scope="module")
def undisturbed(real_class: Path, small: Lesson) -> dict[str, bytes]:
    """What grading that class gives when nothing goes wrong."""
    run(real_class, real_class.parent / "undisturbed", lambda: ready_workers.pool(2), small)
    return dict(lasting(real_class.parent / "undisturbed"))


def test_a_killed_worker_changes_nothing(
    real_class: Path, undisturbed: Any, out: Path, small: Lesson
) -> None:
    """Kill -9 of a worker at work, and every grade is what it would have been."""
    killed = list[int]()
    work = batch.Batch(small, intake.find(real_class, small), lambda: ready_workers.pool(2), 4)
    with Shelf(out) as shelf:
        for _ in batch.run(work, shelf):
            killed += [] if killed else batches.workers_of(os.getpid())[:1]
            batches.kill(killed[0])
    assert killed
    assert lasting(out) == undisturbed


def test_a_killed_box_changes_nothing(
    tmp_path: Path, out: Path, small: Lesson, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Kill -9 of a box in the middle of a check is nobody's mistake, so the submission is graded again."""
    slow = b"def double(x):\n    return x + x + 0 * sum(range(10**7))\n"
    folder = hand_in(tmp_path / "class", "ada", lesson=small, sums=slow)
    # The box of a check, and not one that is asked ahead: if that is gone, nothing is lost anyway.
    monkeypatch.setattr(session, "bench", cache(partial(Bench, asks_ahead=False)))
    run(folder, tmp_path / "undisturbed", lesson=small)
    killed = list[int]()

    def kill_one() -> None:
        end = time.monotonic() + 60
        while not killed and time.monotonic() < end:
            before = batches.boxes_of(os.getpid())
            time.sleep(0.05)
            killed.extend({*before}.intersection(batches.boxes_of(os.getpid())))
        batches.kill(killed[0])

    killer = threading.Thread(target=kill_one)
    killer.start()
    run(folder, out, lesson=small)
    killer.join()
    assert lasting(out) == lasting(tmp_path / "undisturbed")


def test_a_killed_grader_loses_nothing(real_class: Path, undisturbed: Any, out: Path) -> None:
    """Kill -9 of the grader leaves whole reports only; the next run keeps them and does the rest."""
    process = command(real_class, out)
    batches.until_a_report(process, out)
    batches.kill(process.pid)
    batches.finish(process)
    kept = {f: (out / f / "run.json").read_bytes() for f in graded_in(out)}
    assert kept
    assert set(map(frozenset, reports(out).values())) == {frozenset(PAGES)}
    assert "nothing could be read of: zoe" in batches.finish(command(real_class, out))
    assert lasting(out) == undisturbed
    assert kept.items() <= {f: (out / f / "run.json").read_bytes() for f in reports(out)}.items()


def test_ctrl_c_ends_cleanly_and_says_how_to_go_on(real_class: Path, undisturbed: Any, out: Path) -> None:
    """The exit code is 130, no process is left, and the same command ends what was begun."""
    process = batches.start(real_class, out, kit=real_class.parent / "kit")  # as Python starts and ends it
    batches.until_a_report(process, out)
    started = batches.workers_of(process.pid)
    os.killpg(process.pid, signal.SIGINT)
    said = batches.finish(process)
    assert process.returncode == 130
    assert "the same command goes on from there" in said
    assert "Traceback" not in said
    assert not [pid for pid in started if Path(f"/proc/{pid}").exists()]
    batches.finish(command(real_class, out))
    assert lasting(out) == undisturbed


# --- disks -------------------------------------------------------------------------------------


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Room for a few reports."""
    with disks.small(tmp_path / "disk", "300k") as place:
        yield place


def test_a_full_disk_loses_nothing(folder: Path, disk: Path, tmp_path: Path, graded: Counted) -> None:
    """The batch stops and says so, what is there is whole, and with more room it goes on."""
    hand_in(folder, *(f"student-{n}" for n in range(8)))
    with pytest.raises(UsageError, match="No space left") as caught:
        run(folder, disk / "reports")
    assert "free some space" in caught.value.hint
    assert 0 < len(reports(disk / "reports")) < 12
    assert set(map(frozenset, reports(disk / "reports").values())) == {frozenset(PAGES)}
    disks.resize(disk, "9m")
    kept = [f.kept for f in run(folder, disk / "reports")]
    run(folder, tmp_path / "alone")
    assert any(kept)
    assert lasting(disk / "reports") == lasting(tmp_path / "alone")


@pytest.mark.parametrize("room", ["8k", "60k"])
def test_a_full_disk_ends_the_command_and_the_same_command_goes_on(
    real_class: Path, undisturbed: Any, disk: Path, room: str
) -> None:
    """Whether it is full from the start or in the middle: exit code 2, what to free, whole reports only."""
    disks.resize(disk, room)
    process = command(real_class, disk / "reports")
    said = batches.finish(process)
    assert process.returncode == 2, said
    assert "No space left" in said and "free some space" in said and "Traceback" not in said
    assert set(map(frozenset, reports(disk / "reports").values())) <= {frozenset(PAGES)}
    assert bool(reports(disk / "reports")) == (room == "60k")
    disks.resize(disk, "9m")
    batches.finish(command(real_class, disk / "reports"))
    assert lasting(disk / "reports") == undisturbed


def test_a_read_only_disk_is_told(folder: Path, disk: Path, graded: Counted) -> None:
    """A folder of reports that became read-only stops the batch before anything is graded."""
    run(folder, disk / "reports")
    disks.remount(disk, "ro")
    graded.calls = []
    with pytest.raises(UsageError, match="Read-only file system") as caught:
        run(folder, disk / "reports")
    assert "--out" in caught.value.hint
    assert graded.calls == []


def test_a_folder_without_permission_is_told(folder: Path, out: Path, graded: Counted) -> None:
    """An ordinary user who may not write there learns which folder it is."""
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere")
    out.mkdir(mode=0o500)
    with pytest.raises(UsageError, match="Permission denied"):
        run(folder, out)


def test_what_has_not_changed_is_looked_at_together(
    folder: Path, out: Path, graded: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And what has changed among it is graded, each on its own."""
    run(folder, out)
    hand_in(folder, "ada", engine=b"other = 1\n")
    hand_in(folder, "dee", engine=b"other = 2\n")
    together, unchanged = list[int](), job.unchanged
    monkeypatch.setattr(job, "unchanged", lambda jobs: together.append(len(jobs)) or unchanged(jobs))
    graded.calls.clear()
    kept = [f.grade.student.id for f in run(folder, out, at_once=2) if f.kept]
    assert kept == ["bob", "cy"]
    assert together == [2, 2]
    assert sorted(graded.calls) == ["ada", "dee"]


def test_a_worker_that_dies_while_it_looks_is_nobodys_fault(
    folder: Path, out: Path, graded: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody is tried alone: they are looked at once more, one by one."""
    first = {f.grade.student.id: f.grade for f in run(folder, out)}
    monkeypatch.setattr(job, "unchanged", batches.deadly_look)
    monkeypatch.setattr(dispatch, "_alone", lambda *_: pytest.fail("somebody is under suspicion"))
    again = run(folder, out, lambda: ready_workers.pool(1))
    assert {f.grade.student.id: f.grade for f in again} == first
    assert all(f.kept for f in again)
