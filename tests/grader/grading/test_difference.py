"""Two folders of reports are held against each other, and neither is touched."""

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from grader import cli
from grader.errors import UsageError
from grader.grading import difference, record
from grader.grading.journal import JournalLine
from grader.grading.shelf import Shelf
from grader.model import Grade
from tests.grader.gradebooks import graded
from tests.grader.sample_grades import half_done, perfect


def reports(out: Path, kit: str, *grades: Grade) -> Path:
    """Reports that this version of the kit made."""
    run = f'{{"conditions": {{"the kit": "{kit}"}}}}'.encode()
    with Shelf(out) as shelf:
        for grade in grades:
            line = JournalLine(grade.student.id, grade.student.id, grade.lesson, "graded", "", "")
            shelf.put(line, {"grade.json": record.dumps(grade), "run.json": run})
    return out


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A class of two."""
    return reports(tmp_path / "old", "0.1.0", graded("ada"), graded("bob"))


def diff(*arguments: object) -> Result:
    return CliRunner().invoke(cli.main, ["diff", *map(str, arguments)])


def test_only_whom_it_concerns_is_told(old: Path, tmp_path: Path) -> None:
    """From what to what, where, check by check, and why."""
    new = reports(tmp_path / "new", "0.2.0", graded("ada", square=5.0), graded("bob"))
    [found] = difference.between(old, new)
    assert (found.student.id, found.before, found.now) == ("ada", 95.0, 85.0)
    assert found.where[0] == "square 15 → 5"
    assert any(where.startswith("square::") and "→" in where for where in found.where[1:])
    assert found.why == ("the kit 0.1.0 → 0.2.0",)


def test_a_check_that_ends_otherwise_is_a_difference_though_no_point_moves(tmp_path: Path) -> None:
    """The student reads other words."""
    made = half_done()
    square = made.exercises[1]
    checks = (*square.checks[:2], replace(square.checks[2], status="failed"), *square.checks[3:])
    now = replace(made, exercises=(made.exercises[0], replace(square, checks=checks), *made.exercises[2:]))
    [found] = difference.between(reports(tmp_path / "a", "1", made), reports(tmp_path / "b", "1", now))
    assert found.where == ("square::test_3 timed out (0) → failed (0)",)


def test_who_is_in_one_of_them_alone_is_told(old: Path, tmp_path: Path) -> None:
    """With no points where there is no report, never 0."""
    new = reports(tmp_path / "new", "0.1.0", graded("ada"), graded("cy"))
    found = {one.student.id: (one.before, one.now, one.where) for one in difference.between(old, new)}
    assert found == {
        "bob": (95.0, None, ("only in the old reports",)),
        "cy": (None, 95.0, ("only in the new reports",)),
    }


def test_the_exit_code_says_whether_there_is_a_difference(old: Path, tmp_path: Path) -> None:
    """0 without one, 1 with one; the table goes to a file for whoever writes to the students."""
    same = reports(tmp_path / "same", "0.2.0", graded("ada"), graded("bob"))
    new = reports(tmp_path / "new", "0.2.0", graded("ada", square=5.0), graded("bob"))
    assert (diff(old, same).exit_code, diff(old, same).output) == (0, "no difference\n")
    result = diff(old, new, "--csv", tmp_path / "table.csv")
    assert result.exit_code == 1 and "square 15 → 5" in result.output
    assert [line.split(",")[1] for line in (tmp_path / "table.csv").read_text().splitlines()] == [
        '"student_id"',
        '"ada"',
    ]
    written = (tmp_path / "table.csv").read_bytes()
    again = diff(old, same, "--csv", tmp_path / "table.csv")
    assert again.exit_code == 2 and "--csv" in again.output
    assert (tmp_path / "table.csv").read_bytes() == written


def test_neither_is_touched(old: Path, tmp_path: Path) -> None:
    """No byte is another one afterwards."""
    new = reports(tmp_path / "new", "0.2.0", graded("ada", square=5.0))
    before = [(path, path.read_bytes()) for path in sorted(tmp_path.rglob("*")) if path.is_file()]
    diff(old, new)
    assert [(path, path.read_bytes()) for path in sorted(tmp_path.rglob("*")) if path.is_file()] == before


def test_what_cannot_be_compared_is_refused(old: Path, tmp_path: Path) -> None:
    """No reports, another lesson, a damaged record, a grader at work: with what it is about."""
    assert diff(old, tmp_path).exit_code == 2
    other = reports(tmp_path / "other", "1", replace(graded("ada"), lesson="other"), graded("bob"))
    with pytest.raises(UsageError, match="different lessons"):
        [*difference.between(old, other)]
    (other / "ada" / "grade.json").write_bytes(b"{")
    with pytest.raises(UsageError, match=r"ada/grade\.json"):
        [*difference.between(old, other)]
    with Shelf(old):
        assert "another grader is at work" in diff(old, other).output


def test_a_name_cannot_command_the_terminal(tmp_path: Path) -> None:
    """Hostile ids are shown, not sent."""
    name = "\x1b[31m"
    one = replace(perfect(), student=replace(perfect().student, id=name))
    other = replace(half_done(), student=one.student)

    def place(folder: str, grade: Grade) -> Path:
        (tmp_path / folder / "mallory").mkdir(parents=True)
        (tmp_path / folder / "mallory" / "grade.json").write_bytes(record.dumps(grade))
        return tmp_path / folder

    result = diff(place("a", one), place("b", other))
    assert result.exit_code == 1 and "\x1b[31m" not in result.output
