"""Pages for the formgrader: what the kit found and the written answers, never over nbgrader's own."""

import json

import pytest

from grader.bridge import formgrade
from tests.grader.gradebooks import ANSWERS, graded, ungraded
from tests.grader.handins import LESSON

ADA = {"ada": graded("ada", square=5.0)}


def pages(course, grades=None):
    return formgrade.due(LESSON, grades or ADA, course)


def cells(page: formgrade.StudentPage) -> dict:
    return {cell["id"]: cell for cell in json.loads(page.content)["cells"]}


def test_page_lies_where_the_formgrader_looks(tmp_path):
    """A student's page is autograded/STUDENT/ASSIGNMENT/ASSIGNMENT.ipynb of the course."""
    formgrade.write(pages(tmp_path))
    assert (tmp_path / "autograded" / "ada" / "first_loop" / "first_loop.ipynb").is_file()


def test_page_is_valid_for_jupyter(tmp_path):
    """The page follows Jupyter's own schema."""
    nbformat = pytest.importorskip("nbformat", reason="needs the extra nbgrader")
    for page in pages(tmp_path, {"ada": graded("ada"), "eve": ungraded("eve")}):
        nbformat.validate(nbformat.reads(page.content.decode(), as_version=4))


def test_page_has_answers_rubrics_and_findings(tmp_path):
    """A grader sees the answer below its question and rubric, and each check with its points."""
    (page,) = pages(tmp_path)
    shown = cells(page)
    assert shown["answer-why_reset"]["source"] == "About why\\_reset."
    assert "For the grader" in "".join(shown["question-why_reset"]["source"])
    said, points = shown["check-square"]["outputs"]
    assert "expected 6, got 3" in said["data"]["text/markdown"]
    assert points["data"]["text/plain"] == "5"


def test_page_that_is_up_to_date_is_not_due(tmp_path):
    """What is on disk already is not written again."""
    formgrade.write(pages(tmp_path))
    assert pages(tmp_path) == []


def test_changed_answers_are_named(tmp_path):
    """A page whose answers differ from those on disk says which."""
    formgrade.write(pages(tmp_path))
    (page,) = pages(tmp_path, {"ada": graded("ada", {**ANSWERS, "why_reset": "Or not?"})})
    assert page.changed == ("why_reset",)


@pytest.mark.parametrize("content", ['{"cells": [], "metadata": {}}', "no notebook", "[]"])
def test_pages_of_nbgrader_stay(tmp_path, content):
    """A notebook that nbgrader put there is the student's own, and better than ours."""
    path = tmp_path / "autograded" / "ada" / "first_loop" / "first_loop.ipynb"
    path.parent.mkdir(parents=True)
    path.write_text(content)
    assert pages(tmp_path) == []


def test_ungraded_says_why(tmp_path):
    """The page of a submission that could not be graded says so at its top."""
    (page,) = pages(tmp_path, {"eve": ungraded("eve", "the zip is <damaged>")})
    assert "could not be graded:** the zip is &lt;damaged&gt;" in cells(page)["learning-loop"]["source"]


def test_answers_are_text(tmp_path):
    """An answer cannot bring markup into the grader's page."""
    (page,) = pages(
        tmp_path, {"ada": graded("ada", {"why_reset": "<img src=x onerror=alert(1)> [x](javascript:y)"})}
    )
    assert cells(page)["answer-why_reset"]["source"].startswith("&lt;img src=x")
    assert "\\[x\\](javascript" in cells(page)["answer-why_reset"]["source"]


CODE = {"ada": {"engine.py": "class Value:\n    pass  # \x1b[2J </textarea>\n", "training.py": "x = 1\n"}}


def sources(course, code) -> str:
    (page,) = formgrade.due(LESSON, ADA, course, code)
    return "\n---\n".join(
        "".join(cell["source"]) for cell in cells(page).values() if cell["cell_type"] == "code"
    )


def test_page_shows_the_students_code(tmp_path):
    """Each file stands once, whole and with nothing hidden in it; one that is missing is said to be."""
    shown = sources(tmp_path, CODE)
    assert shown.count("class Value:") == shown.count("x = 1") == 1
    assert "\\x1b[2J </textarea>" in shown and "\x1b" not in shown
    assert "# training.py: as above" in shown
    assert "# by_hand.py was not handed in" in shown


def test_other_code_is_another_page(tmp_path):
    """Points alone do not tell what a person has to look at."""
    formgrade.write(formgrade.due(LESSON, ADA, tmp_path, CODE))
    assert formgrade.due(LESSON, ADA, tmp_path, CODE) == []
    assert len(formgrade.due(LESSON, ADA, tmp_path, {"ada": {"engine.py": "new"}})) == 1


def test_page_has_the_time_of_its_submission_beside_it(tmp_path):
    """nbgrader tells by it whether somebody has handed in again; without a time there is no file."""
    place = tmp_path / "autograded" / "ada" / "first_loop" / "timestamp.txt"
    for stamp in ("2026-11-22 02:05:00 UTC", "2026-11-23 02:05:00 UTC"):
        formgrade.write(formgrade.due(LESSON, ADA, tmp_path, CODE, {"ada": stamp}))
        assert place.read_text() == stamp
        assert formgrade.due(LESSON, ADA, tmp_path, CODE, {"ada": stamp}) == []
    formgrade.write(formgrade.due(LESSON, ADA, tmp_path, CODE))
    assert not place.exists()
