"""Who is in which shard follows from the id alone, and a folder holds one shard or a whole class."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.errors import UsageError
from grader.grading import job, shards
from grader.grading.shards import Shard
from grader.grading.shelf import Shelf
from tests.grader.batches import LESSON, Counted, hand_in, run
from tests.grader.classes import grade_shard, grade_shards


@pytest.fixture(autouse=True)
def graded(monkeypatch: pytest.MonkeyPatch) -> Counted:
    """Grading that costs nothing and counts."""
    counted = Counted()
    monkeypatch.setattr(job.session, "grade", counted)
    return counted


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A class of four."""
    return hand_in(tmp_path / "class", "ada", "bob", "cy", "dee")


@given(st.text(), st.integers(1, 50))
def test_everybody_is_in_exactly_one_shard(student: str, count: int) -> None:
    """Whatever the id looks like, surrogates included."""
    found = shards.of(student, count)
    assert 1 <= found.number <= found.count == count


def test_the_hash_is_the_same_on_every_machine_and_in_every_version() -> None:
    """Another hash would move students between the folders of a term."""
    assert [shards.of(student, 3).number for student in ("ada", "bob", "cy", "李明")] == [3, 3, 1, 1]


def test_shards_are_of_about_one_size() -> None:
    """No machine of ten gets half of the work."""
    sizes = [0] * 10
    for number in range(10_000):
        sizes[shards.of(f"student-{number}", 10).number - 1] += 1
    assert 900 < min(sizes) <= max(sizes) < 1100


@pytest.mark.parametrize("written", ["0/3", "4/3", "3", "1/0", "-1/3", "1/3 ", "01/3", "1/3/4", "a/b", "١/٣"])
def test_what_is_no_shard_is_refused(written: str) -> None:
    """The hint shows how one is written."""
    with pytest.raises(UsageError, match="is no shard") as caught:
        shards.parse(written)
    assert "--shard 2/3" in caught.value.hint


def test_names_with_commas_stay_apart() -> None:
    """Canvas writes the last name first."""
    assert shards.shown(["ada", "bob"]) == "ada, bob"
    assert shards.shown(["Lovelace, Ada", "Bob"]) == "Bob; Lovelace, Ada"


def test_every_submission_is_graded_once(folder: Path, tmp_path: Path, graded: Counted) -> None:
    """Of several shards together, and each shard knows whom the others have."""
    places = grade_shards(folder, tmp_path, 3)
    assert sorted(graded.calls) == ["ada", "bob", "cy", "dee"]
    for place in places:
        share = shards.load(place)
        assert share is not None and share.students == ("ada", "bob", "cy", "dee")
        assert {path.parent.name for path in place.glob("*/grade.json")} == set(share.own)


def test_a_shard_goes_on_where_it_was_stopped(folder: Path, tmp_path: Path, graded: Counted) -> None:
    """The same command again grades what has changed, and who is new in this shard."""
    grade_shard(folder, tmp_path / "out", Shard(1, 2))
    first = list(graded.calls)
    hand_in(folder, *(f"late-{number}" for number in range(8)))
    grade_shard(folder, tmp_path / "out", Shard(1, 2))
    added = graded.calls[len(first) :]
    assert added and all(student.startswith("late") for student in added)


def test_a_folder_holds_one_shard(folder: Path, tmp_path: Path) -> None:
    """Neither another shard nor the whole class is mixed into it."""
    grade_shard(folder, tmp_path / "out", Shard(1, 3))
    for other in (Shard(2, 3), Shard(1, 4)):
        with pytest.raises(UsageError, match="holds shard 1/3") as caught:
            grade_shard(folder, tmp_path / "out", other)
        assert "go on with --shard 1/3" in caught.value.hint
    with Shelf(tmp_path / "out") as shelf, pytest.raises(UsageError, match="holds shard 1/3"):
        shards.begin(shelf, None, LESSON, [])


def test_a_whole_class_is_not_taken_for_a_shard(folder: Path, tmp_path: Path) -> None:
    """Its folder stays what it is."""
    run(folder, tmp_path / "out")
    with pytest.raises(UsageError, match="whole class"):
        grade_shard(folder, tmp_path / "out", Shard(1, 3))
    assert not (tmp_path / "out" / shards.NAME).exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff",
        {"schema": "other"},
        {"shard": "9/3"},
        {"students": 3},
        {"students": [3]},
        {"lesson": 1},
    ],
)
def test_a_damaged_note_is_told(tmp_path: Path, content: bytes | dict[str, object]) -> None:
    """Nobody guesses which shard it was."""
    whole = {"schema": shards.SCHEMA, "shard": "1/3", "lesson": "first_loop", "students": ["ada"]}
    data = content if isinstance(content, bytes) else json.dumps(whole | content).encode()
    (tmp_path / shards.NAME).write_bytes(data)
    with pytest.raises(UsageError, match=r"shard\.json cannot be read"):
        shards.load(tmp_path)


def test_names_in_messages_are_harmless_and_few() -> None:
    """Ids are students' texts, and a shard may lack thousands."""
    assert shards.shown(["b", "a\x1b[31m"]) == "a\\x1b[31m, b"
    assert shards.shown(map(str, range(1000, 2000)), 2) == "1000, 1001 and 998 more"
