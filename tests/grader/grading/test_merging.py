"""Shards become the folder that one machine would have filled, whatever happens on the way."""

import shutil
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest

from grader.errors import UsageError
from grader.grading import finals, history, job, markbook, renewal
from grader.grading.marks import Mark, Marks
from grader.grading.shards import Shard
from grader.grading.shelf import Shelf
from grader.model import Grade, Lesson, Submission
from tests.grader import disks, gradebooks, ready_workers
from tests.grader.batches import KIT, LESSON, hand_in, lasting, run
from tests.grader.classes import grade_shard, grade_shards, merge
from tests.same_grade import IMPATIENT

CLASS = ("ada", "bob", "cy", "dee", "eve", "李明", "zoë@example.org")


@pytest.fixture
def graded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Everybody answers every question, and is graded at no cost; whose, is noted."""
    calls: list[str] = []
    monkeypatch.setattr(history, "_now", lambda: "2026-01-31T08:30")

    def grade(_: Lesson, submission: Submission, **__: bool) -> Grade:
        calls.append(submission.student.id)
        made = gradebooks.graded(submission.student.id)
        provenance = replace(made.provenance, submission=submission.digest)
        return replace(made, student=submission.student, provenance=provenance)

    monkeypatch.setattr(job.session, "grade", grade)
    return calls


@pytest.fixture
def folder(tmp_path: Path, graded: list[str]) -> Path:
    """A class of seven, of whom one handed in what cannot be read."""
    hand_in(tmp_path / "class", *CLASS)
    (tmp_path / "class" / "zip.zip").write_bytes(b"no zip")
    return tmp_path / "class"


@pytest.fixture
def whole(folder: Path, tmp_path: Path) -> dict[str, bytes]:
    """What one machine makes of the class."""
    run(folder, tmp_path / "whole")
    return lasting(tmp_path / "whole")


@pytest.fixture
def places(folder: Path, tmp_path: Path) -> list[Path]:
    """The class in three shards."""
    return grade_shards(folder, tmp_path, 3)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where the merged reports go."""
    return tmp_path / "merged"


def everything(folder: Path) -> dict[str, bytes]:
    """All files with all bytes, but for the lock, which says who was here last."""
    found = {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    return {name: data for name, data in found.items() if not name.endswith("lock")}


def mark_everybody(place: Path, points: float, *students: str) -> None:
    """What a person with a worksheet does."""
    everybody = Marks({question.name: Mark(points, "seen") for question in LESSON.questions})
    with Shelf(place) as shelf:
        renewal.renew(LESSON, shelf, finals.take_over(shelf, dict.fromkeys(students, everybody)))


# --- as if one machine had graded the class ------------------------------------------------------


def test_the_merged_folder_is_what_one_machine_makes(
    places: list[Path], whole: dict[str, bytes], out: Path
) -> None:
    """Byte for byte, but for the times; in whatever order the shards are named."""
    finished, missing = merge(places[::-1], out)
    assert lasting(out) == whole
    assert len(finished) == len(CLASS) + 1 and not missing


def test_the_sample_class_in_three_shards(tmp_path: Path, out: Path) -> None:
    """Graded for real, by workers: right, wrong, broken and unfinished work of all kinds."""
    folder, lesson = KIT / "tests" / "sample_class", replace(LESSON, limits=IMPATIENT)
    with ready_workers.pool(2) as pool:  # one for all: it takes a while to get warm
        merge(grade_shards(folder, tmp_path, 3, open_pool=lambda: nullcontext(pool), lesson=lesson), out)
        run(folder, tmp_path / "whole", lambda: nullcontext(pool), lesson)
    assert lasting(out) == lasting(tmp_path / "whole")
    assert len(list(out.glob("*/grade.json"))) > 20


def test_more_shards_than_students(folder: Path, tmp_path: Path, whole: dict[str, bytes], out: Path) -> None:
    """A shard may be empty; its folder says that it is done all the same."""
    _, missing = merge(grade_shards(folder, tmp_path, 40), out)
    assert lasting(out) == whole and not missing


def test_merging_twice_changes_nothing(places: list[Path], out: Path) -> None:
    """Not a byte, run.json and the journal included, and says that all is as it was."""
    merge(places, out)
    before = everything(out)
    finished, _ = merge(places, out)
    assert everything(out) == before
    assert all(one.kept for one in finished)


def test_shards_are_only_read(places: list[Path], out: Path) -> None:
    """So they may lie where nobody can write."""
    before = [everything(place) for place in places]
    merge(places, out)
    assert [everything(place) for place in places] == before


def test_who_was_merged_is_not_graded_again(
    folder: Path, places: list[Path], out: Path, graded: list[str]
) -> None:
    """The journal comes along, so grading into the merged folder goes on from there."""
    merge(places, out)
    graded.clear()
    assert all(one.kept for one in run(folder, out))
    assert graded == []


def test_a_copy_without_hidden_files_will_do(
    folder: Path, places: list[Path], out: Path, whole: dict[str, bytes], graded: list[str]
) -> None:
    """CI systems leave them out. The reports are all there; only the next run has more to do."""
    for place in places:
        shutil.rmtree(place / ".grader")
    assert merge(places, out)[1] == []
    assert lasting(out) == whole
    run(folder, out)
    assert lasting(out) == whole


# --- what is missing, and what comes later -------------------------------------------------------


def test_a_shard_that_is_missing_is_named_with_whom_it_has(places: list[Path], out: Path) -> None:
    """What is there is merged; the rest comes in later."""
    third = sorted(path.parent.name for path in places[2].glob("*/grade.json"))
    assert third == ["ada", "bob", "dee", "eve"]
    assert merge(places[:2], out)[1] == ["shard 3/3 is missing, and with it: ada, bob, dee, eve"]
    assert not (out / "ada").exists() and (out / "cy").exists()


def test_a_merge_of_the_rest_makes_it_whole(places: list[Path], out: Path, whole: dict[str, bytes]) -> None:
    """In two steps, or in one: the same."""
    merge(places[:2], out)
    merge(places, out)
    assert lasting(out) == whole


@pytest.mark.parametrize("harm", ["report", "page", "record", "other"])
def test_a_shard_that_is_not_whole_is_named(places: list[Path], out: Path, harm: str) -> None:
    """A report that was not made, or has lost a part, is missing; it is never half merged."""
    report = places[2] / "bob"
    if harm == "report":
        shutil.rmtree(report)
    elif harm == "page":
        (report / "report.md").unlink()
    elif harm == "record":
        (report / "grade.json").write_bytes(b"{")
    else:  # somebody else's
        shutil.copy(places[2] / "ada" / "grade.json", report)
    _, missing = merge(places, out)
    assert missing == [f"shard 3/3 in {places[2]} is not whole; missing: bob"]
    assert not (out / "bob").exists()
    assert everything(out / "ada") == everything(places[2] / "ada")


def test_a_shard_that_did_not_see_a_late_student_is_named(
    folder: Path, places: list[Path], tmp_path: Path, out: Path
) -> None:
    """Another machine had seen the whole class."""
    hand_in(folder, "anna")
    grade_shard(folder, places[0], Shard(1, 3))
    _, missing = merge(places, out)
    assert missing == [f"shard 2/3 in {places[1]} is not whole; missing: anna"]


def test_a_newer_submission_replaces_the_merged_one_and_is_told(
    folder: Path, places: list[Path], tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Merging is grading as far as changes go: whose, where and why."""
    merge(places, out)
    hand_in(folder, "ada", engine=b"# newer\n")

    def worse(_: Lesson, submission: Submission, **__: bool) -> Grade:
        made = gradebooks.graded(submission.student.id, square=5.0)
        return replace(made, provenance=replace(made.provenance, submission=submission.digest))

    monkeypatch.setattr(job.session, "grade", worse)
    finished, _ = merge(grade_shards(folder, tmp_path, 3), out)
    [changed] = [one.change for one in finished if one.change]
    assert (changed.student.id, changed.where) == ("ada", ("square 15 → 5",))
    assert changed.why == ("the submission changed",)
    assert [one.grade.student.id for one in finished if not one.kept] == ["ada"]


def test_a_report_of_somebody_who_left_stays_behind(
    folder: Path, places: list[Path], tmp_path: Path, out: Path
) -> None:
    """The class is who handed something in now."""
    shutil.rmtree(folder / "ada")
    grade_shards(folder, tmp_path, 3)
    assert (places[2] / "ada").exists()
    assert merge(places, out)[1] == []
    assert not (out / "ada").exists()


# --- what people decided -------------------------------------------------------------------------


def test_marks_in_the_merged_folder_stay(places: list[Path], out: Path) -> None:
    """Merging again after marking changes nothing; the pages have the marks, too."""
    merge(places, out)
    mark_everybody(out, 0.25, *CLASS)
    before = everything(out)
    assert b"seen" in before["ada/report.html"]
    finished, _ = merge(places, out)
    assert everything(out) == before
    assert all(one.kept for one in finished)


def test_marks_reach_who_comes_later_as_on_one_machine(
    folder: Path, places: list[Path], tmp_path: Path, out: Path, whole: dict[str, bytes]
) -> None:
    """Some are marked, then newer work and the last shard come in: still what one machine would have."""
    one = tmp_path / "whole"
    merge(places[:2], out)
    for place in (one, out):
        mark_everybody(place, 0.25, "cy", "李明", "zoë@example.org")
    hand_in(folder, "cy", engine=b"# newer\n")
    run(folder, one)
    merge(grade_shards(folder, tmp_path, 3), out)
    assert lasting(out) == lasting(one)
    assert b"seen" in lasting(out)["cy/grade.json"]


def test_marks_given_in_a_shard_come_along(places: list[Path], out: Path, tmp_path: Path) -> None:
    """Whoever marked a shard already has not done it in vain; the merged folder has the last word."""
    mark_everybody(places[2], 0.5, "ada", "bob")
    merge(places, out)
    assert {entry.student for entry in markbook.load(out) or ()} == {"ada", "bob"}
    assert b"seen" in (out / "ada" / "report.html").read_bytes()
    mark_everybody(out, 0.75, "ada")
    merge(places, out)
    points = {e.student: e.mark.points for e in markbook.load(out) or () if e.mark}
    assert points == {"ada": 0.75, "bob": 0.5}
    assert b'"points": 0.75' in (out / "ada" / "grade.json").read_bytes()


def test_marks_of_all_shards_are_what_one_machine_would_have(
    places: list[Path], out: Path, tmp_path: Path, whole: dict[str, bytes]
) -> None:
    """Marked apart and merged, or merged and marked: the same pages."""
    for place in places:
        mark_everybody(place, 0.5, *CLASS)
    mark_everybody(tmp_path / "whole", 0.5, *CLASS)
    merge(places, out)
    assert lasting(out) == lasting(tmp_path / "whole")


# --- stopped in the middle -----------------------------------------------------------------------


@pytest.mark.parametrize("step", ["put", "write"])
def test_a_merge_that_is_stopped_goes_on(
    places: list[Path], whole: dict[str, bytes], out: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Ctrl-C at any report, or at the pages of the class: what is there is whole, and the rest comes in."""
    real = getattr(Shelf, step)
    calls: list[object] = []

    def interrupted(self: Shelf, *arguments: object) -> None:
        calls.append(arguments)
        if len(calls) == 2:
            raise KeyboardInterrupt
        real(self, *arguments)

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(Shelf, step, interrupted)
        merge(places, out)
    kept = [one for one in merge(places, out)[0] if one.kept]
    assert kept
    assert lasting(out) == whole


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Room for a few reports."""
    with disks.small(tmp_path / "disk", "160k") as place:
        yield place


def test_a_full_disk_loses_nothing(places: list[Path], whole: dict[str, bytes], disk: Path) -> None:
    """The merge stops and says what to free; with more room the same command goes on."""
    with pytest.raises(UsageError, match="No space left") as caught:
        merge(places, disk / "out")
    assert "free some space" in caught.value.hint
    assert 0 < len(list((disk / "out").glob("*/grade.json"))) < len(CLASS)
    disks.resize(disk, "9m")
    assert merge(places, disk / "out")[1] == []
    assert lasting(disk / "out") == whole


def test_what_is_in_the_way_stops_before_anything_is_written(places: list[Path], out: Path) -> None:
    """A folder of somebody's own under the name of a report is left alone."""
    (out / "ada").mkdir(parents=True)
    (out / "ada" / "notes.txt").write_text("mine")
    with pytest.raises(UsageError, match="in the way"):
        merge(places, out)
    assert [path.name for path in out.iterdir() if path.name != ".grader"] == ["ada"]
