"""No text in a CSV of ours is a formula in a spreadsheet, whatever it parts and quotes cells with."""

from dataclasses import replace
from itertools import product

import pytest

from grader.grading import marking
from grader.grading.markbook import Markbook
from grader.model import Grade, Student
from grader.telling import report
from tests.grader.gradebooks import graded
from tests.grader.handins import LESSON
from tests.grader.spreadsheets import (
    FORMULAS,
    PARTED_AT,
    QUOTED_BY,
    LibreOffice,
    formulas,
    needs_libreoffice,
)

WAYS = [*product(PARTED_AT, QUOTED_BY[:1]), *product((",", ";"), QUOTED_BY[1:])]


def hostile(number: int, said: str) -> Grade:
    """A grade of somebody whose name, answers and comments are a formula, on their second line too."""
    lines = f"x\n{said}\ny"
    grade = graded("ada", dict.fromkeys((q.name for q in LESSON.questions), lines))
    written = tuple(replace(w, comment=said) for w in grade.written[:2]) + grade.written[2:]
    return replace(grade, student=Student(f"{number}{said}", said), reason=said, written=written)


CLASS = [hostile(k, said) for k, said in enumerate(FORMULAS)]
BOOK = Markbook()
PAGES = {
    "grades.csv": report.grades_csv(CLASS, LESSON),
    "marks.csv": marking.write(LESSON, CLASS, BOOK),
}


@pytest.mark.parametrize("name", PAGES)
def test_no_cell_is_a_formula(name: str) -> None:
    """Parted at each separator, with each quote, as Python reads them."""
    assert formulas(PAGES[name]) == []


def test_formulas_would_be_noticed() -> None:
    """The eye of these tests sees what it looks for."""
    found = formulas('"a","x;=1+1;y"\n"x\n=1+2","b =A1"\n')
    assert {"=1+1", '=1+2"', '=A1"'} <= set(found)


@pytest.fixture(scope="module")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> LibreOffice:
    return LibreOffice(tmp_path_factory.mktemp("libreoffice"))


@needs_libreoffice
def test_libreoffice_finds_formulas_where_there_are_some(libreoffice: LibreOffice) -> None:
    """It takes a cell that begins with "=" for a formula, so the next test can fail."""
    assert libreoffice.formulas('"a","x;=1+1;y",1\n', ";", '"') == ["of:=1+1"]


@needs_libreoffice
@pytest.mark.parametrize(("parted_at", "quoted_by"), WAYS)
def test_libreoffice_finds_no_formula(libreoffice: LibreOffice, parted_at: str, quoted_by: str) -> None:
    """In both sheets, one below the other, opened in any way it offers."""
    page = "\n".join(PAGES.values())
    assert libreoffice.formulas(page, parted_at, quoted_by) == []


@needs_libreoffice
@pytest.mark.parametrize("parted_at", [",", ";", "\t"])
def test_comments_come_back_out_of_libreoffice(libreoffice: LibreOffice, parted_at: str) -> None:
    """A worksheet that a person opens and saves gives the comments that were written into it."""
    back = marking.read(libreoffice.saved_again(PAGES["marks.csv"], parted_at), LESSON, CLASS, BOOK)
    assert back.refused == ()
    first = LESSON.questions[0].name
    given = {entry.student: mark.comment for entry, mark in back.given if entry.about == first}
    found = [given[grade.student.id] for grade in CLASS]
    assert found == [said.strip() for said in FORMULAS]
