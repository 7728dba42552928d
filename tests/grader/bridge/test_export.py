"""Points go into the sheet that a system gave out, and every other byte of it stays."""

import csv
import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from grader.bridge import export, systems
from grader.errors import UsageError
from grader.model import Arrival, Grade, Student
from grader.policy import NO_POLICY
from grader.roster import NO_LIST, Member, Roster
from grader.sheet import Sheet
from tests.grader import sheets
from tests.grader.sample_grades import LESSON, half_done, perfect, ungraded, unread

# By system: the ids of Ada, Bob and Zoë in its download.
IDS = {
    "canvas": ("10123", "10124", "10125"),
    "moodle": ("7001", "7002", "7003"),
    "brightspace": ("31", "32", "33"),  # its folders hold other ids than its sheet
    "blackboard": ("ada_l", "bob", "zoe_l"),
}


def marked(grade: Grade, student: str, name: str) -> Grade:
    """The grade with all answers marked by a person."""
    written = tuple(replace(answer, points=answer.max_points) for answer in grade.written)
    return replace(grade, student=Student(student, name), written=written, pending_points=0.0)


def a_class(system: str) -> list[Grade]:
    ada, bob, zoe = IDS[system]
    return [
        marked(perfect(), ada, "Ada Lovelace"),
        marked(half_done(), bob, "Bob Babbage"),
        marked(perfect(), zoe, "Zoë Müller"),
    ]


def work(grades: Sequence[Grade], *, roster: Roster = NO_LIST, waiting: bool = False) -> export.ToExport:
    return export.ToExport(LESSON, grades, roster, NO_POLICY, waiting)


def says(done: export.Export, job: export.ToExport) -> str:
    return "\n".join(export.told(done, job))


ADA, BOB, ZOE = "56.5", "27.5", "56.5"


def replaced(page: bytes, encoding: str, *pairs: tuple[str, str]) -> bytes:
    """The sheet as a person would fill it in with an editor."""
    text = page.decode(encoding)
    for old, new in pairs:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text.encode(encoding)


@pytest.mark.parametrize(
    ("system", "page", "encoding", "pairs"),
    [
        (
            "canvas",
            sheets.CANVAS,
            "utf-8",
            [("bob,Section B,,", f"bob,Section B,{BOB},"), ("ada_l,Section A,,", f"ada_l,Section A,{ADA},")],
        ),
        (
            "canvas",
            sheets.CANVAS_FRENCH,
            "utf-8",
            [
                ("ada_l;Section A;;", "ada_l;Section A;56,5;"),
                ("bob;Section B;12,50;", "bob;Section B;27,5;"),
                ("zoe_l;Section A;;", "zoe_l;Section A;56,5;"),
            ],
        ),
        (
            "moodle",
            sheets.MOODLE,
            "utf-8",
            [
                ('late",,', f'late",{ADA},'),
                (",12.50,", f",{BOB},"),
                (
                    'zoe@uni.example,"Submitted for grading",,',
                    f'zoe@uni.example,"Submitted for grading",{ZOE},',
                ),
            ],
        ),
        (
            "moodle",
            sheets.MOODLE_GERMAN,
            "utf-8",
            [
                (
                    'ada@uni.example,"Zur Bewertung abgegeben",,',
                    'ada@uni.example,"Zur Bewertung abgegeben","56,5",',
                ),
                ('"12,50"', '"27,5"'),
                (
                    'zoe@uni.example,"Zur Bewertung abgegeben",,',
                    'zoe@uni.example,"Zur Bewertung abgegeben","56,5",',
                ),
            ],
        ),
        (
            "brightspace",
            sheets.BRIGHTSPACE,
            "utf-8",
            [
                ("ada@uni.example,,#", f"ada@uni.example,{ADA},#"),
                ("bob@uni.example,,#", f"bob@uni.example,{BOB},#"),
                ("zoe@uni.example,,#", f"zoe@uni.example,{ZOE},#"),
            ],
        ),
        (
            "blackboard",
            sheets.BLACKBOARD,
            "utf-16-le",
            [
                ('23:58:00"\t"Yes"\t""\t""', f'23:58:00"\t"Yes"\t""\t"{BOB}"'),
                ('"Needs Grading"', f'"{ADA}"'),
                ('"55.00000"', f'"{ZOE}"'),
            ],
        ),
    ],
)
def test_only_the_cells_of_the_points_change(
    system: str, page: bytes, encoding: str, pairs: list[tuple[str, str]]
) -> None:
    """Mark, encoding, line ends, quotes, separators, other columns, formulas of theirs: as they were."""
    done = export.fill(system, page, work(a_class(system)))
    assert done.data == replaced(page, encoding, *pairs)


def test_an_excused_student_stays_excused() -> None:
    job = work(a_class("canvas"))
    assert "1 with “EX” in the sheet, which stays: Müller, Zoë" in says(
        export.fill("canvas", sheets.CANVAS, job), job
    )


def test_nobody_is_left_out_in_silence() -> None:
    """Either way, and what each was matched by."""
    job = work([*a_class("brightspace"), marked(perfect(), "77", "Eve")])
    said = says(export.fill("brightspace", sheets.BRIGHTSPACE, job), job)
    assert "points for 3\n" in said
    assert "3 matched by name: Ada Lovelace, Bob Babbage, Zoë Müller" in said
    assert "1 in the sheet, and nothing handed in: the cell stays as it is: Grace Hopper" in said
    assert "1 graded, and in no row of the sheet: Eve" in said
    assert "the maximum is 56.5 here and 100 in the system" in said


def test_what_has_no_grade_has_no_number() -> None:
    """Neither what could not be graded, nor what a person still has to read, unless that is wanted."""
    ada, bob, zoe = a_class("blackboard")
    waits = replace(bob, written=half_done().written, pending_points=1.5)
    grades = [replace(ungraded(), student=ada.student), waits, zoe]
    done = export.fill("blackboard", sheets.BLACKBOARD, work(grades))
    assert done.data == replaced(sheets.BLACKBOARD, "utf-16-le", ('"55.00000"', f'"{ZOE}"'))
    assert "1 not graded" in says(done, work(grades)) and "wait for a person" in says(done, work(grades))
    more = export.fill("blackboard", sheets.BLACKBOARD, work(grades, waiting=True))
    assert more.data == replaced(
        done.data, "utf-16-le", ('23:58:00"\t"Yes"\t""\t""', '23:58:00"\t"Yes"\t""\t"26"')
    )


def test_the_class_list_knows_other_ids() -> None:
    """Graded from one system, returned to another."""
    ada = marked(perfect(), "gs-17", "A. L.")
    roster = Roster((Member("10123", "Lovelace, Ada", ids=("10123", "ada_l"), student="gs-17"),))
    done = export.fill("canvas", sheets.CANVAS, work([ada], roster=roster))
    assert done.filled == {"id": ["Lovelace, Ada"]}


def test_points_beyond_the_systems_maximum_are_named() -> None:
    """Moodle skips such a row without a word."""
    page = sheets.MOODLE.replace(b"100.00", b"50.00")
    job = work(a_class("moodle"))
    assert "2 with more points than the 50 of the system" in says(export.fill("moodle", page, job), job)


def test_a_zero_that_nobody_read_is_named() -> None:
    ada = marked(unread(), "10123", "Ada Lovelace")
    job = work([ada])
    said = says(export.fill("canvas", sheets.CANVAS, job), job)
    assert "1 with 0 points, because nothing could be read: ask before this counts: Lovelace, Ada" in said


# --- columns -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["4712", "old quiz", "Old quiz (4712)"])
def test_a_column_has_several_names(name: str) -> None:
    assert systems.column("canvas", Sheet(sheets.CANVAS), LESSON, name).index == 6


@pytest.mark.parametrize(
    ("system", "page", "name", "said"),
    [
        ("canvas", sheets.CANVAS.replace(b"First loop (", b"Homework 1 ("), None, "several columns"),
        ("canvas", sheets.CANVAS, "Current Score", "no column Current Score takes points"),
        ("canvas", sheets.MOODLE, None, "has no column that takes points"),
        ("blackboard", sheets.BLACKBOARD, "123455", "no column 123455 takes points"),
        ("csv", sheets.OURS, None, "several columns"),
    ],
)
def test_a_column_is_never_guessed(system: str, page: bytes, name: str | None, said: str) -> None:
    """Not among several, and none that the system works out itself."""
    with pytest.raises(UsageError, match=said):
        systems.column(system, Sheet(page), replace(LESSON, title="The loop"), name)


def test_moodles_grade_is_found_in_a_language_that_nobody_listed() -> None:
    """It stands before the maximum, which is the same in every row."""
    page = sheets.MOODLE.replace(b",Grade,", b",Gradus,")
    found = systems.column("moodle", Sheet(page), LESSON, None)
    assert (found.head, found.most) == ("Gradus", 100.0)


def test_a_sheet_of_ones_own_takes_points_too() -> None:
    page = b"name,group,points\r\nAda Lovelace,=1+1,\r\nBob Babbage,x,\r\n"
    done = export.fill("csv", page, work(a_class("canvas")))
    assert done.data == page.replace(b"=1+1,", b"=1+1,56.5").replace(b",x,", b",x,27.5")


def test_a_students_name_does_not_change_how_numbers_are_written() -> None:
    """Bob calls himself 1,5 or 1.5: points of others stay numbers in their system."""
    ada = marked(perfect(), "ada", "Ada")
    plain, german = b'id,name,points\nada,Ada,\nbob,"1,5",\n', b"id;name;points\nada;Ada;10,5\nbob;1.5;\n"
    assert export.fill("csv", plain, work([ada])).data == plain.replace(b"Ada,", b"Ada,56.5")
    assert export.fill("csv", german, work([ada])).data == german.replace(b"10,5", b"56,5")


def test_lateness_that_nobody_measured_is_named() -> None:
    ada = replace(a_class("canvas")[0], arrival=Arrival(late=True))
    job = replace(work([ada]), policy=replace(NO_POLICY, per_day=10.0))
    assert re.search("1 late, and nobody says how late", says(export.fill("canvas", sheets.CANVAS, job), job))


def test_a_table_of_our_own_has_everybody() -> None:
    """Where no system gave out a sheet: a cell is empty for the same reasons as in theirs, never 0."""
    ada, bob, zoe = a_class("canvas")
    waits = replace(bob, written=half_done().written, pending_points=1.5)
    odd = replace(zoe, student=Student("=1+1", "Zoë, Müller"))
    roster = Roster(
        (Member("8", "Absent", group="T"), Member("10123", "Ada L", email="a@x", student="10123"))
    )
    made = export.table(
        job := work([ada, waits, odd, replace(ungraded(), student=Student("9", "Nil"))], roster=roster)
    )
    assert list(csv.DictReader(made.data.decode().splitlines())) == [
        {
            "id": who,
            "name": name,
            "email": mail,
            "group": group,
            "section": "",
            "max_points": "56.5",
            "points": points,
        }
        for who, name, mail, group, points in (
            ("8", "Absent", "", "T", ""),
            ("10123", "Ada L", "a@x", "", ADA),
            ("10124", "Bob Babbage", "", "", ""),
            ("9", "Nil", "", "", ""),
            ("’=1+1", "Zoë, Müller", "", "", ZOE),
        )
    ]
    said = says(made, job)
    assert "points for 2" in said and "1 with answers that wait for a person" in said
    assert "1 on the class list, and nothing handed in" in said and "1 not graded" in said
