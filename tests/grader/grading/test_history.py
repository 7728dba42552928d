"""No grade changes without leaving a trace, and nothing leaves one that did not happen."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.grading import batch, changes, history, job
from grader.grading.changes import Change
from grader.grading.history import History
from grader.grading.shelf import Shelf
from grader.model import Grade
from tests.grader.batches import hand_in, run
from tests.grader.gradebooks import graded, ungraded

THEN = {"the kit": "0.1.0"}
FIRST, SECOND, THIRD = (graded("ada", square=points) for points in (15.0, 10.0, 5.0))


def change(before: Grade, now: Grade) -> Change:
    found = changes.between(before, now, THEN, {"the kit": "0.2.0"})
    assert found is not None
    return found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A history of one change."""
    add(tmp_path / "history.jsonl", change(FIRST, SECOND))
    return tmp_path / "history.jsonl"


def add(path: Path, *found: Change) -> None:
    opened = History(path)
    for one in found:
        opened.add(one)
    opened.close()


def told(path: Path, *now: Grade) -> list[tuple[float | None, float | None]]:
    opened = History(path)
    found = [(one.before, one.now) for one in opened.changes(now)]
    opened.close()
    return found


def test_a_change_outlives_the_process(path: Path) -> None:
    """Who, from what to what, where and why, in a line that programs can read."""
    opened = History(path)
    [found] = opened.changes([SECOND])
    opened.close()
    assert (found.student, found.before, found.now) == (FIRST.student, 95.0, 90.0)
    assert (found.where, found.why) == (("square 15 → 10",), ("the kit 0.1.0 → 0.2.0",))
    assert json.loads(path.read_bytes())["student"] == "ada"


def test_lines_are_only_added(path: Path) -> None:
    """What was noted once stays as it is, byte for byte."""
    before = path.read_bytes()
    add(path, change(SECOND, THIRD))
    assert path.read_bytes().startswith(before)
    assert told(path, THIRD) == [(95.0, 90.0), (90.0, 85.0)]


@pytest.mark.parametrize("kept", [1, 60, -1])
def test_a_torn_last_line_does_not_hurt(path: Path, kept: int) -> None:
    """It is dropped, and the next line is whole."""
    first = path.read_bytes()
    add(path, change(SECOND, THIRD))
    path.write_bytes(first + path.read_bytes()[len(first) :][:kept])
    add(path, change(SECOND, THIRD))
    assert told(path, THIRD) == [(95.0, 90.0), (90.0, 85.0)]


@pytest.mark.parametrize("damage", [b"", b"{}", b"[]", b"\xff", b"null", b'{"schema": 1}'])
def test_a_damaged_line_costs_only_itself(path: Path, damage: bytes) -> None:
    """All others are told."""
    path.write_bytes(damage + b"\n" + path.read_bytes())
    assert told(path, SECOND) == [(95.0, 90.0)]


def test_the_same_again_adds_nothing(path: Path) -> None:
    """A run that was killed before the grade took its place notes the change once."""
    before = path.read_bytes()
    add(path, change(FIRST, SECOND))
    assert path.read_bytes() == before


def test_what_a_kill_prevented_is_not_told(path: Path) -> None:
    """The next run came to another grade, or to that of before."""
    assert told(path, FIRST) == []
    add(path, change(FIRST, THIRD))
    assert told(path, THIRD) == [(95.0, 85.0)]


def test_back_and_forth_is_told(path: Path) -> None:
    """Each time that a grade changed."""
    add(path, change(SECOND, FIRST), change(FIRST, SECOND))
    assert told(path, SECOND) == [(95.0, 90.0), (90.0, 95.0), (95.0, 90.0)]


def test_no_grade_is_no_zero(path: Path) -> None:
    """Before or now, nothing stands for it."""
    add(path, change(SECOND, ungraded("ada")))
    assert told(path, ungraded("ada"))[-1] == (90.0, None)


# --- in a class ----------------------------------------------------------------------------------


@pytest.fixture
def regrade(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[float], list[batch.Finished]]:
    """Grade a class of two; ada gets so many points for `square`."""
    folder = hand_in(tmp_path / "class", "ada", "bob")

    def again(points: float) -> list[batch.Finished]:
        given = {"ada": points, "bob": 15.0}
        monkeypatch.setattr(
            job.session, "grade", lambda _, s, **__: graded(s.student.id, square=given[s.student.id])
        )
        with Shelf(tmp_path / "out") as shelf:
            shelf.journal.clear()
        return run(folder, tmp_path / "out")

    return again


def test_a_regrade_is_on_record_in_csv_and_page(regrade, tmp_path: Path) -> None:
    """Who it concerns, and nobody else."""
    regrade(15.0)
    assert not (tmp_path / "out" / "changes.csv").exists()
    regrade(10.0)
    head, *rows = (tmp_path / "out" / "changes.csv").read_text().splitlines()
    assert head == '"when","student_id","student_name","before","now","where","why"'
    [row] = rows
    assert row.split(",")[1:5] == ['"ada"', '"ada"', "95.0", "90.0"] and "square 15 → 10" in row
    page = (tmp_path / "out" / "index.html").read_text()
    assert "square 15 → 10" in page and 'href="changes.csv"' in page


def test_regrading_nothing_adds_nothing(regrade, tmp_path: Path) -> None:
    """Not a byte of the history, and no row of the table."""
    regrade(15.0), regrade(10.0)
    files = [tmp_path / "out" / name for name in (".grader/history.jsonl", "changes.csv", "index.html")]
    before = [path.read_bytes() for path in files]
    regrade(10.0)
    assert [path.read_bytes() for path in files] == before


@pytest.mark.parametrize("in_place", [False, True])
def test_a_kill_loses_no_reason(
    regrade, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_place: bool
) -> None:
    """Before the report has taken its place, or after that and before the pages of the class."""
    regrade(15.0)
    real = Shelf.put

    def killed(self: Shelf, *arguments) -> None:
        if in_place:
            real(self, *arguments)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(Shelf, "put", killed)
        regrade(10.0)
    regrade(10.0)
    assert len((tmp_path / "out" / "changes.csv").read_text().splitlines()) == 2


def test_hostile_names_are_text(tmp_path: Path) -> None:
    """In the table no formula, on the page no markup."""
    from grader.telling import report
    from tests.grader.sample_grades import HOSTILE, LESSON, class_page, perfect

    for said in HOSTILE:
        mallory = graded(said, square=15.0)
        add(tmp_path / "h", change(mallory, graded(said, square=10.0)))
    opened = History(tmp_path / "h")
    found = opened.changes([])
    opened.close()
    assert len(found) == len(HOSTILE)
    assert '"=HYPERLINK' not in report.changes_csv(found)
    assert "<script>alert" not in class_page([perfect()], LESSON, changes=found)
    assert history.read(tmp_path / "h").keys() == set(HOSTILE)
