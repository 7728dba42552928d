"""The zip of all reports has the names by which a system gives each to its student."""

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from grader.bridge import feedback, fresh
from grader.errors import UsageError
from grader.model import Arrival, Grade, Student
from grader.naming import report_folder_name
from grader.roster import Member
from tests.grader.sample_grades import HOSTILE, perfect, ungraded


def graded(student: str, name: str, item: str = "") -> Grade:
    return replace(perfect(), student=Student(student, name), arrival=Arrival(item=item))


def packed(
    tmp_path: Path, system: str, grades: Sequence[Grade], rows: dict[str, Member] | None = None
) -> tuple[dict[str, bytes], feedback.Packed]:
    for grade in grades:
        place = tmp_path / report_folder_name(grade.student.id)
        place.mkdir(exist_ok=True)
        (place / "report.html").write_bytes(grade.student.id.encode("utf-8", "backslashreplace"))
    out = io.BytesIO()
    done = feedback.pack(out, system, tmp_path, grades, rows or {})
    with zipfile.ZipFile(out) as archive:
        return {name: archive.read(name) for name in archive.namelist()}, done


def moodles_reading(path: str) -> tuple[int, str, str, str]:
    """What mod/assign/feedback/file/importziplib.php makes of a path: participant, plugin, file."""
    parts = path.split("/")
    info = parts[0].split("_", 4)
    assert len(info) == 5 and info[1].isdecimal() and not path.startswith((".", "~"))
    return int(info[1]), info[2], info[3], "/".join([info[4], *parts[1:]])


def canvas_reading(path: str) -> tuple[str, str]:
    """What infer_comment_context_from_filename makes of one: the user and the attachment."""
    user, attachment = [part for part in path.rpartition("/")[2].split("_") if re.fullmatch(r"[0-9]+", part)][
        :2
    ]
    return user, attachment


@pytest.mark.parametrize("name", ["Ada Lovelace", "a_9_b", "../../x", "C:\\x", ".", "", *HOSTILE[:12]])
def test_moodle_finds_the_participant(tmp_path: Path, name: str) -> None:
    """By the number, whatever the name is; and the name never parts the path."""
    files, done = packed(tmp_path, "moodle", [graded("7001", name)])
    (path,) = files
    assert moodles_reading(path) == (7001, "assignfeedback", "file", "/report.html")
    assert done.count == 1 and len(Path(path).parts) == 2


def test_moodles_number_may_come_from_the_sheet(tmp_path: Path) -> None:
    rows = {"ada": Member("7001", "Ada", ids=("7001",))}
    files, done = packed(tmp_path, "moodle", [graded("ada", "Ada"), graded("eve", "Eve")], rows)
    assert [moodles_reading(path)[0] for path in files] == [7001]
    assert done.left == {"no participant's number of Moodle's": ("Eve",)}


def test_canvas_takes_a_report_for_the_file_that_it_gave_out(tmp_path: Path) -> None:
    """User and attachment are in the name; text typed into Canvas has no attachment."""
    grades = [graded("10123", "Ada", "van_der_berg_LATE_10123_955_"), graded("10124", "Bob")]
    files, done = packed(tmp_path, "canvas", grades)
    assert [canvas_reading(path) for path in files] == [("10123", "955")]
    assert done.left == {"no file of theirs in Canvas's download": ("Bob",)}


def test_a_group_has_one_report_in_canvas(tmp_path: Path) -> None:
    """That of whoever handed in."""
    grades = [graded("1", "Bob", "team3_10123_955_"), graded("10123", "Ada", "team3_10123_955_")]
    files, done = packed(tmp_path, "canvas", grades)
    assert files == {"team3_10123_955_report.html": b"10123"}
    assert done.left == {"of a group, which has one report there": ("Bob",)}


def test_elsewhere_each_student_has_a_folder(tmp_path: Path) -> None:
    """Two of one name have two."""
    files, _ = packed(
        tmp_path, "csv", [graded("a", "Max Born"), graded("b", "Max Born"), graded("c", "x/../y")]
    )
    assert sorted(files) == [
        "Max Born - a/report.html", "Max Born - b/report.html", "x .. y - c/report.html",
    ]  # fmt: skip


def test_who_has_no_grade_gets_no_report(tmp_path: Path) -> None:
    files, done = packed(tmp_path, "csv", [replace(ungraded(), student=Student("a", "Ada"))])
    assert (files, done.left) == ({}, {"not graded": ("Ada",)})


def test_the_same_reports_make_the_same_zip(tmp_path: Path) -> None:
    one, other = io.BytesIO(), io.BytesIO()
    packed(tmp_path, "csv", [graded("a", "Ada")])
    for out in (one, other):
        feedback.pack(out, "csv", tmp_path, [graded("a", "Ada")], {})
    assert one.getvalue() == other.getvalue()


# --- a file that was not there -------------------------------------------------------------------


def test_a_file_is_never_written_over(tmp_path: Path) -> None:
    """Not even one that comes to be while ours is written."""
    path = tmp_path / "grades.csv"
    with pytest.raises(UsageError, match="is there already"), fresh.written(path, "--out") as file:
        file.write(b"ours")
        path.write_bytes(b"theirs")
    assert [p.read_bytes() for p in tmp_path.iterdir()] == [b"theirs"]


def test_what_fails_in_the_middle_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), fresh.written(tmp_path / "x.zip", "--out") as file:
        file.write(b"half")
        raise KeyboardInterrupt
    assert not [*tmp_path.iterdir()]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with (
        pytest.raises(UsageError, match="could not be written"),
        fresh.written(tmp_path / "no" / "x", "--out"),
    ):
        pass
