"""nbgrader's formgrader in a real browser: it lists the lesson, and a person can mark an answer in it."""

import os
import shutil
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.bridge import gradebook, gradebook_marks
from grader.grading.marks import Mark
from tests.grader.browser import CHROMIUM, Browser, waited
from tests.grader.courses import Course, copied
from tests.grader.gradebooks import graded, needs_nbgrader, ungraded
from tests.grader.handins import LESSON

pytestmark = [
    needs_nbgrader,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed"),
    pytest.mark.filterwarnings("default"),  # of nbgrader and what it brings
]
SCREENSHOTS = os.environ.get(
    "LEARNING_LOOP_SCREENSHOTS"
)  # a folder to keep pictures in, for a person to look at


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Course:
    """A course whose students handed in files."""
    made = copied(tmp_path_factory, tmp_path_factory.mktemp("course"))
    gradebook.sync(LESSON, [graded("ada"), graded("bob", square=5.0), ungraded("eve")], made.url)
    return made


@pytest.fixture(scope="module")
def formgrader(course: Course) -> Iterator[str]:
    """The address of the formgrader of this course."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ("--no-browser", "--allow-root", f"--port={port}", "--ServerApp.port_retries=0")
    open_to_all = (
        "--IdentityProvider.token=",
        "--ServerApp.disable_check_xsrf=True",
        "--ServerApp.ip=127.0.0.1",
    )
    server = subprocess.Popen(
        [sys.executable, "-m", "jupyter_server", *options, *open_to_all],
        cwd=course.folder,
        env=course.environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}/formgrader"
    try:
        waited(lambda: urllib.request.urlopen(f"{address}/manage_assignments").status == 200)
        yield address
    finally:
        server.terminate()
        server.wait()


@pytest.fixture(scope="module")
def browser(tmp_path_factory) -> Iterator[Browser]:
    """A browser without a window."""
    profile = tmp_path_factory.mktemp("profile")
    opened = Browser(profile)
    yield opened
    opened.close()
    shutil.rmtree(profile, ignore_errors=True)


@pytest.fixture
def look(browser: Browser, request):
    """Keep a picture of the page, where somebody asked for pictures."""
    yield
    if SCREENSHOTS:
        browser.screenshot(Path(SCREENSHOTS, f"{request.node.name}.png"))


def page_of(course: Course, student: str) -> str:
    from nbgrader.api import Gradebook

    with Gradebook(course.url) as book:
        return str(book.find_submission_notebook("first_loop", "first_loop", student).id)


@pytest.mark.usefixtures("look")
def test_formgrader_lists_the_assignment(browser: Browser, formgrader: str):
    """The lesson stands in the list of assignments."""
    browser.open(f"{formgrader}/manage_assignments")
    browser.wait("document.body.innerText.includes('first_loop')")


@pytest.mark.usefixtures("look")
def test_formgrader_lists_the_students(browser: Browser, formgrader: str):
    """Everybody's points are listed; who could not be graded is flagged and needs a person."""
    browser.open(f"{formgrader}/gradebook/first_loop/first_loop")
    browser.wait("document.querySelectorAll('#main_table_body tr, tbody tr').length == 3")
    rows = browser.run("[...document.querySelectorAll('tbody tr')].map(r => r.innerText).join('|')")
    assert "95 / 100" in rows and "85 / 100" in rows
    flags = "document.querySelectorAll('tbody .flagged .glyphicon-flag').length"
    assert browser.run(flags) == 1


@pytest.mark.usefixtures("look")
def test_person_marks_an_answer(browser: Browser, formgrader: str, course: Course):
    """A score and a comment typed into the page arrive in the kit as that person's mark."""
    browser.open(f"{formgrader}/submissions/{page_of(course, 'bob')}/")
    browser.wait("typeof $ === 'function' && $('#check-square').attr('placeholder') === '5'")
    browser.wait("$('#engine-Value-comment').attr('placeholder')?.startsWith('square (5 of 15)')")
    assert "For the grader" in browser.run("document.body.innerText")
    browser.run("$('#answer-why_reset').val('0.5').change()")
    browser.run("$('#answer-why_reset-comment').val('and then?').change()")
    due = Mark(0.5, "and then?")
    waited(lambda: gradebook_marks.read(LESSON, course.url)["bob"].written["why_reset"] == due)
