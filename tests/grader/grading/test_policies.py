"""The rules of a course lie beside its reports, and every report tells what they make of it."""

from pathlib import Path

import pytest

from grader.cli import choice
from grader.errors import UsageError
from grader.grading import batch, job, parcel, policies, renewal, shards
from grader.grading.shelf import Shelf
from grader.intake import intake
from grader.intake.entries import Entry
from grader.model import Student
from grader.policy import NO_POLICY, Policy
from tests.grader.batches import KIT, LESSON, Counted, Inline, hand_in
from tests.grader.classes import merge

EVERY = choice.every(KIT)
HALF = Policy(points={"square": 7.5})


@pytest.fixture(autouse=True)
def graded(monkeypatch: pytest.MonkeyPatch) -> Counted:
    counted = Counted()
    monkeypatch.setattr(job.session, "grade", counted)
    return counted


def run(folder: Path, out: Path, policy: Policy | None, shard: shards.Shard | None = None) -> None:
    with Shelf(out) as shelf:
        policies.adopt(shelf, policy)
        mine = shards.begin(shelf, shard, LESSON, intake.find(folder, LESSON))
        list(batch.run(batch.Batch(LESSON, mine, Inline, 4), shelf))
        renewal.show_rules(LESSON, shelf)


def says(out: Path) -> bool:
    """Whether every report tells of the rules; None may be different."""
    pages = [path.read_text(encoding="utf-8") for path in out.glob("*/report.html")]
    (said,) = {"In your course this counts as <strong>47.5</strong>" in page for page in pages}
    return said


def test_new_rules_are_shown_without_grading_again(tmp_path: Path, graded: Counted) -> None:
    folder, out = hand_in(tmp_path / "class", "ada", "bob"), tmp_path / "out"
    run(folder, out, None)
    before = {path: path.read_bytes() for path in out.glob("*/grade.json")}
    assert not says(out)
    run(folder, out, HALF)
    assert says(out) and len(graded.calls) == 2
    assert {path: path.read_bytes() for path in out.glob("*/grade.json")} == before
    run(hand_in(folder, "cid"), out, None)
    assert says(out) and len(graded.calls) == 3
    run(folder, out, NO_POLICY)
    assert not says(out)


def test_a_kill_before_the_reports_show_the_rules_costs_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next run shows them, whether it is given the course file again or not."""
    folder, out = hand_in(tmp_path / "class", "ada", "bob"), tmp_path / "out"
    run(folder, out, None)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(renewal, "renew", killed)
        run(folder, out, HALF)
    run(folder, out, None)
    assert says(out)


def test_a_merged_class_has_the_rules_of_its_parts(tmp_path: Path) -> None:
    folder = hand_in(tmp_path / "class", "ada", "bob", "cid")
    places = [tmp_path / f"shard-{number}" for number in (1, 2)]
    for number, place in enumerate(places, 1):
        run(folder, place, HALF, shards.Shard(number, 2))
    merge(places, tmp_path / "merged")
    run(folder, tmp_path / "whole", HALF)
    for name in ("grades.csv", "index.html", policies.NAME):
        assert (tmp_path / "merged" / name).read_bytes() == (tmp_path / "whole" / name).read_bytes()
    assert says(tmp_path / "merged")


def test_a_worker_far_away_knows_the_rules(tmp_path: Path) -> None:
    work = job.Job(LESSON, Entry(Student("ada", "ada"), tmp_path), confined=True, policy=HALF)
    there = parcel.unpacked(parcel.request(parcel.packed(work, charge=False)), LESSON)
    assert there.policy == HALF


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("points = 3", "points should be a table"),
        ("[points]\nsqare = 3", r"points\.sqare is no exercise"),
        ("[", "is no TOML"),
        ("[points.first_lop]\nsquare = 3", r"points\.first_lop is no exercise"),
        ("[points.first_loop]\nb_step = 3", r"points\.first_loop\.b_step is no exercise"),
        ("[policy.due]\nfirst_lop = 2026-11-22T23:59:00", r"policy\.due\.first_lop is no"),
    ],
)
def test_a_wrong_course_file_is_told(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "course.toml").write_text(text)
    with pytest.raises(UsageError, match=said):
        policies.read(tmp_path / "course.toml", LESSON, EVERY)


def test_damaged_rules_are_told(tmp_path: Path) -> None:
    (tmp_path / policies.NAME).write_text('{"schema": "x"}')
    with pytest.raises(UsageError, match="cannot be read"):
        policies.kept(tmp_path)


def test_lessons_may_have_rules_of_their_own(tmp_path: Path) -> None:
    """Two of them have exercises of the same name; what is of another lesson is left out."""
    path = tmp_path / "course.toml"
    path.write_text(
        "[policy]\nper_day = 5\n"
        "due = {first_loop = 2026-11-22T23:59:00, absolute_loss = 2026-12-06T23:59:00}\n"
        "[points]\nsquare = 20\nby_hand = 1\ncontours = 3\n[points.two_parameters]\nby_hand = 2\n"
    )
    found = {lesson.name: policies.read(path, lesson, EVERY) for lesson in EVERY}
    assert found["first_loop"] == Policy("2026-11-22T23:59:00", 5.0, points={"square": 20.0, "by_hand": 1.0})
    assert found["two_parameters"].points["by_hand"] == 2.0
    assert (found["two_parameters"].due, found["absolute_loss"].due) == ("", "2026-12-06T23:59:00")
