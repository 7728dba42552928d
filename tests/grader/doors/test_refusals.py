"""What the box refuses is said in words that tell a student what to do, and only there."""

import pytest

from grader.checking.verdict import raised_text
from grader.doors.boxed import BoxedDoor
from grader.doors.refusals import refusal
from grader.student import Place, student_error
from tests.grader.conftest import CONFINED, ROOT

HERE = Place("engine.py", 12, "square")
confined = pytest.mark.skipif(not CONFINED, reason="student code cannot be locked in here")
REFUSED = {
    "import asyncio; asyncio.run(asyncio.sleep(0))": "has no network, not even for asyncio",
    "open('x', 'w')": "can open no files",
    f"open({str(ROOT / 'pyproject.toml')!r})": "can open no files",
    "import threading; threading.Thread(target=print).start()": "can start no threads",
    "import subprocess; subprocess.run(['ls'])": "can start no programs",
    "import socket; socket.socket()": "has no network",
    "import os; os.fork()": "can start no programs",
    "import os; os.mkdir('x')": "can open no files",
}


@confined
@pytest.mark.parametrize("line", REFUSED)
@pytest.mark.parametrize("at_import", [False, True])
def test_what_the_box_forbids_says_so(submit, lesson, line, at_import):
    """In a function and on import: what graded code cannot do, the exception's own name, and the line."""
    code = line if at_import else f"def square():\n    {line}"
    door = BoxedDoor(lesson, submit({"engine.py": code}).submission, confined=True)
    try:
        door.begin("by_hand", ())
        with pytest.raises(BaseException) as caught:
            door.module("engine").square()
        error = caught.value
        said = error.message if at_import else raised_text(error, door.place(error))
        assert REFUSED[line] in said and "Error: " in said
        assert door.place(error) is None if at_import else door.place(error).line == 2
        assert "(line 1)" in said if at_import else ", so your code raised " in said
    finally:
        door.close()


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("PermissionError", "no"),
        ("OSError", "[Errno 28] No space left on device"),
        ("RuntimeError", "no"),
        ("ValueError", "[Errno x] y"),
        ("NameError", ""),
    ],
)
def test_other_errors_are_left_alone(kind, message):
    """A student's own errors, and those of a machine, are not the box's doing."""
    assert refusal(kind, message) == ""


def test_at_home_nothing_is_forbidden():
    """The real exception of a student's own pytest has its own words; what crossed from a box has ours."""
    real, text = PermissionError(13, "Permission denied", "x"), "[Errno 13] Permission denied: 'x'"
    assert raised_text(real, HERE) == f"your code raised PermissionError: {text}"
    for said, words in ((text, "can open no files (keep"), ("", "can open no files, start no threads")):
        assert f"graded code {words}" in raised_text(student_error(["PermissionError"], said, ()), HERE)


def test_what_is_refused_stands_where_students_read():
    """Their own pytest refuses nothing, so the page that they work from says it beforehand."""
    page = " ".join((ROOT / "exercises" / "README.md").read_text(encoding="utf-8").split())
    said = refusal("PermissionError", "")
    refused = ["can open no files", "start no threads or programs", "has no network"]
    assert [part for part in refused if part not in page or part not in said] == []
