"""`places` finds the student's lines among all that are at work, whoever says which lines these are."""

import sys

import pytest

from grader.doors.places import at_work, innermost, ours_took_part
from grader.student import Place

STUDENTS = """
def outer(inner):
    return inner()

def divides():
    return 1 / 0
"""


@pytest.fixture
def student():
    names = {}
    exec(compile(STUDENTS, "engine.py", "exec"), names)
    return names


def in_engine(frame, line):
    code = frame.f_code
    return Place(code.co_filename, line, code.co_name) if code.co_filename == "engine.py" else None


def test_what_is_at_work_is_told_from_the_inside_out(student):
    found = student["outer"](lambda: student["outer"](lambda: [*at_work(sys._getframe(), in_engine)]))
    assert [str(place) for _, place in found] == ["engine.py, line 3, in outer"] * 2


def test_nothing_beyond_who_asked_is_at_work(student):
    def asks():
        return [*at_work(sys._getframe(), in_engine, asks.__code__)]

    assert student["outer"](asks) == []


def test_an_error_is_at_the_innermost_line_of_the_student(student):
    """Not in ours, which passed a function in, and not in the student's call of it."""
    with pytest.raises(ZeroDivisionError) as raised:
        student["outer"](student["divides"])
    assert str(innermost(raised.value, in_engine)) == "engine.py, line 6, in divides"


def test_an_error_of_others_has_no_place(student):
    with pytest.raises(ValueError, match="could not convert") as raised:
        float("no number")
    assert innermost(raised.value, in_engine) is None


def test_a_working_version_is_told_from_a_students_code(student):
    ours: dict[str, object] = {}
    exec(compile("def fails():\n    return 1 / 0", "<working engine>", "exec"), ours)
    for call, expected in ((ours["fails"], True), (student["divides"], False)):
        with pytest.raises(ZeroDivisionError) as raised:
            call()
        assert ours_took_part(raised.value) is expected
