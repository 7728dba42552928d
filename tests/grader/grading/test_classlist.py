"""The class list of a folder of reports: kept, taken along, and said where something is missing."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from grader.errors import UsageError
from grader.grading import batch, classlist, job, record, shards
from grader.grading.shelf import Shelf
from grader.intake import intake, roster
from grader.intake.entries import Entry
from grader.model import Arrival, Student
from grader.roster import Member, Roster
from tests.grader.batches import LESSON, Counted, Inline, hand_in
from tests.grader.classes import merge

LIST = b"id,name,email,group,section\nada,Ada Lovelace,a@x.example,=1+1,A\ngrace,Grace Hopper,,,B\n"


@pytest.fixture(autouse=True)
def graded(monkeypatch: pytest.MonkeyPatch) -> Counted:
    counted = Counted()
    monkeypatch.setattr(job.session, "grade", counted)
    return counted


def run(folder: Path, out: Path, data: bytes | None, shard: shards.Shard | None = None) -> None:
    with Shelf(out) as shelf:
        members = None if data is None else roster.read(data)
        entries = classlist.seat(shelf, intake.find(folder, LESSON), members)
        mine = shards.begin(shelf, shard, LESSON, entries)
        list(batch.run(batch.Batch(LESSON, mine, Inline, 4), shelf))


def rows(out: Path) -> dict[str, dict[str, str]]:
    table = csv.DictReader(io.StringIO((out / "grades.csv").read_text(encoding="utf-8")))
    return {row["student_id"]: row for row in table}


def test_the_class_is_told_with_those_who_handed_in_nothing(tmp_path: Path) -> None:
    """They have no points, and no 0 either; and who is not on the list is named."""
    run(hand_in(tmp_path / "class", "ada", "eve"), tmp_path / "out", LIST)
    found = rows(tmp_path / "out")
    assert found["grace"]["status"] == "nothing handed in"
    assert (found["grace"]["points"], found["grace"]["square"], found["grace"]["section"]) == ("", "", "B")
    assert (found["ada"]["group"], found["ada"]["student_name"]) == ("’=1+1", "Ada Lovelace")
    assert float(found["ada"]["lesson_points"]) == float(found["grace"]["lesson_points"]) > 0
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert "Nothing handed in: 1 student" in page and "Grace Hopper" in page
    assert page.index("Not on the class list") < page.index(">eve<")


def test_the_next_run_needs_no_list(tmp_path: Path, graded: Counted) -> None:
    """It is kept; and nobody is graded again because of it."""
    folder, out = hand_in(tmp_path / "class", "ada", "eve"), tmp_path / "out"
    run(folder, out, LIST)
    before = (out / "grades.csv").read_bytes()
    run(folder, out, None)
    assert (out / "grades.csv").read_bytes() == before
    assert sorted(graded.calls) == ["ada", "eve"]


def test_a_late_hand_in_changes_who_is_missing(tmp_path: Path) -> None:
    folder, out = hand_in(tmp_path / "class", "ada"), tmp_path / "out"
    run(folder, out, LIST)
    run(hand_in(folder, "grace"), out, None)
    assert rows(out)["grace"]["status"] == "graded"


def test_a_class_in_shards_has_one_list(tmp_path: Path) -> None:
    """Whoever is in another shard did hand in something; the merged folder is that of one machine."""
    folder = hand_in(tmp_path / "class", "ada", "bob", "cid", "eve")
    places = [tmp_path / f"shard-{number}" for number in (1, 2)]
    for number, place in enumerate(places, 1):
        run(folder, place, LIST, shards.Shard(number, 2))
        assert [member.id for member in classlist.load(place).absent] == ["grace"]
    merge(places, tmp_path / "merged")
    run(folder, tmp_path / "whole", LIST)
    for name in ("grades.csv", "index.html", classlist.NAME):
        assert (tmp_path / "merged" / name).read_bytes() == (tmp_path / "whole" / name).read_bytes()


def test_what_a_list_holds_comes_back(tmp_path: Path) -> None:
    members = (Member("1", "A\udce9", "m", "g", "s", ("1", "x"), 5.5, "1"), Member("2", "B"))
    with Shelf(tmp_path) as shelf:
        classlist.keep(shelf, Roster(members[1:]))
        assert classlist.load(tmp_path) == Roster(members[1:])


@pytest.mark.parametrize(
    "damage", ["{", '{"schema": "x", "members": []}', '{"schema": "learning-loop/roster/1", "members": [{}]}']
)
def test_a_damaged_list_is_told(tmp_path: Path, damage: str) -> None:
    (tmp_path / classlist.NAME).write_text(damage)
    with pytest.raises(UsageError, match="cannot be read"):
        classlist.load(tmp_path)


@pytest.mark.parametrize("kind", ["run", "ungraded", "charge"])
def test_lateness_is_in_the_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    """However a grade comes about. A record without any says nothing."""
    late = Arrival("2026-11-22 23:58", late=True, late_by=60.0, item="adal_1_2_")
    hand_in(tmp_path, "ada")
    monkeypatch.setattr(job.session, "charged", Counted())
    entry = Entry(Student("ada", "ada"), tmp_path / "ada", arrival=late)
    made = {"run": job.run, "ungraded": lambda work: job.ungraded(work, "why"), "charge": job.charge}[kind]
    outcome: Any = made(job.Job(LESSON, entry, confined=True))
    assert record.loads(outcome.files["grade.json"]).arrival == late
    assert record.summary(outcome.files["grade.json"]).arrival == late
    on_time: Any = made(job.Job(LESSON, Entry(Student("ada", "ada"), tmp_path / "ada"), confined=True))
    assert b"arrival" not in on_time.files["grade.json"]
