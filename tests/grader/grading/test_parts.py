"""Only shards of one class, graded under the same conditions, are put together."""

from collections.abc import Callable
from pathlib import Path

import pytest

from grader.errors import UsageError
from grader.grading import batch, changes, job, parts, shards, sources
from grader.grading.shards import Shard
from grader.grading.shelf import Shelf
from grader.intake import intake
from grader.lesson import catalog
from tests.grader.batches import LESSON, Counted, Inline, hand_in
from tests.grader.classes import grade_shard, grade_shards, merge

CLASS = ("ada", "anna", "bob", "cy", "dee", "eve")


@pytest.fixture(autouse=True)
def graded(monkeypatch: pytest.MonkeyPatch) -> Counted:
    """Grading that costs nothing and counts."""
    counted = Counted()
    monkeypatch.setattr(job.session, "grade", counted)
    return counted


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A class with somebody in each of three shards."""
    assert {shards.of(student, 3).number for student in CLASS} == {1, 2, 3}
    return hand_in(tmp_path / "class", *CLASS)


@pytest.fixture
def places(folder: Path, tmp_path: Path) -> list[Path]:
    """The class in three shards."""
    return grade_shards(folder, tmp_path, 3)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where the merged reports go."""
    return tmp_path / "merged"


def refused(places: list[Path], out: Path) -> UsageError:
    """Why these are not merged; and nothing is written."""
    with pytest.raises(UsageError) as caught:
        merge(places, out)
    assert not out.exists() or not list(out.glob("*/grade.json"))
    return caught.value


# --- conditions ----------------------------------------------------------------------------------

SEAMS: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    changes.LESSON: lambda patch: patch.setattr(catalog, "digest", lambda _: "sha256:" + "1" * 64),
    changes.KIT: lambda patch: patch.setattr(batch, "kit_version", lambda: "9.9"),
    changes.CODE: lambda patch: patch.setattr(sources, "digest", lambda: "2" * 64),
    changes.PYTHON: lambda patch: patch.setattr(batch.platform, "python_version", lambda: "3.99.1"),
    "hypothesis": lambda patch: patch.setattr(batch, "_version", lambda _: "0.1"),
}


@pytest.mark.parametrize("name", SEAMS)
def test_other_conditions_are_refused_by_name(
    folder: Path, places: list[Path], out: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Kit, lesson, Python, libraries: what differs, which value it has, and where."""
    with monkeypatch.context() as patch:
        SEAMS[name](patch)
        grade_shard(folder, places[1], Shard(2, 3))
    error = refused(places, out)
    [line] = [said for said in error.message.splitlines() if said.startswith(f"  {name}: ")]
    here = "here, " if name in (changes.LESSON, changes.KIT, changes.CODE) else ""
    assert f" {here}in {places[0]}, in {places[2]}; " in line
    assert line.endswith(f" in {places[1]}")
    assert "grade them again" in error.hint


def test_code_that_was_not_locked_in_is_another_condition(
    folder: Path, places: list[Path], out: Path
) -> None:
    """One gradebook does not mix isolated and advisory marks unseen."""
    with Shelf(places[1]) as shelf:
        entries = shards.begin(shelf, Shard(2, 3), LESSON, intake.find(folder, LESSON))
        list(batch.run(batch.Batch(LESSON, entries, Inline, 4, confined=False), shelf))
    assert "locked in: yes" in refused(places, out).message


def test_another_kit_than_the_shards_is_refused(
    places: list[Path], out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would render other pages than theirs."""
    SEAMS[changes.KIT](monkeypatch)
    said = refused(places, out).message
    assert f"{changes.KIT}: 0.1.0 in {places[0]}" in said and "9.9 here" in said


def test_another_python_may_merge(places: list[Path], out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It only copies what was graded."""
    SEAMS[changes.PYTHON](monkeypatch)
    assert merge(places, out)[1] == []


def test_a_regrade_that_was_stopped_is_told_apart(
    folder: Path, places: list[Path], out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half of a shard is of the kit before: it says how many reports."""
    with monkeypatch.context() as patch, Shelf(places[2]) as shelf:
        SEAMS[changes.KIT](patch)
        entries = shards.begin(shelf, Shard(3, 3), LESSON, intake.find(folder, LESSON))
        assert len(entries) > 1
        next(batch.run(batch.Batch(LESSON, entries, Inline, 1), shelf))
    assert f"9.9 in {places[2]}, 1 of {len(entries)} reports" in refused(places, out).message


def test_a_report_that_does_not_note_its_conditions_is_refused(places: list[Path], out: Path) -> None:
    """Nobody knows what it is."""
    [note, *_] = places[0].glob("*/run.json")
    note.write_bytes(b"{}")
    assert "not noted" in refused(places, out).message


# --- shards of one class -------------------------------------------------------------------------


def test_shards_of_another_number_are_refused(
    folder: Path, places: list[Path], tmp_path: Path, out: Path
) -> None:
    """A third and a quarter do not make a whole."""
    grade_shard(folder, tmp_path / "other", Shard(1, 4))
    message = refused([*places, tmp_path / "other"], out).message
    assert f"{tmp_path / 'other'} is shard 1/4" in message and f"{places[0]} is shard 1/3" in message


def test_one_shard_twice_is_refused(folder: Path, places: list[Path], tmp_path: Path, out: Path) -> None:
    """Which one counts is for a person to say."""
    grade_shard(folder, tmp_path / "again", Shard(1, 3))
    assert refused([*places, tmp_path / "again"], out).message.endswith("both hold shard 1/3")
    assert refused([places[0], places[0]], out).hint == "name one of them"


def test_what_is_no_shard_is_refused(places: list[Path], tmp_path: Path, out: Path) -> None:
    """A whole class, an empty folder, a file and nothing at all."""
    (tmp_path / "file").touch()
    for name in ("class", "nothing", "file"):
        assert refused([*places, tmp_path / name], out).message == f"there is no shard in {tmp_path / name}"


def test_a_shard_is_not_merged_into_a_shard(places: list[Path]) -> None:
    """Nor into itself, its own folder, or the folder around it."""
    for paths, out in (
        (places[:2], places[2]),
        (places, places[0]),
        (places, places[0] / "all"),
        (places, places[0].parent),
    ):
        with pytest.raises(UsageError) as caught:
            merge(paths, out)
        assert "--out" in caught.value.hint
    assert not (places[0] / "all").exists()


def test_a_shard_that_is_being_graded_is_left_alone(places: list[Path], out: Path) -> None:
    """It says who is at it; and while a shard is read, nobody grades into it."""
    with Shelf(places[1]):
        assert f"another grader is at work on {places[1]}" in refused(places, out).message
    with parts.opened(places, out), pytest.raises(UsageError, match="another grader"):
        Shelf(places[1])
    Shelf(places[1]).close()
