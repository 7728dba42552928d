"""Pages in a real browser: axe-core finds nothing, they fit a phone, and the table is sorted and searched."""

import json
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest

from grader.model import Student
from grader.telling import report
from grader.telling.report import classroom
from tests.grader.browser import CHROMIUM, Browser
from tests.grader.sample_grades import LESSON, class_page, half_done, perfect, ungraded, unread

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")
AXE = files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")
NAMES = [f"Student {number:02}" for number in range(24)]
PAGES = ["class", "student", "none", "wall", "course", "learner"]
TABLE = "[...document.querySelectorAll('table.students tbody tr')].map(row => row.cells[0].textContent)"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The address of each page."""
    folder = tmp_path_factory.mktemp("pages")
    kinds = (perfect, half_done)
    members = [replace(kinds[k % 2](), student=Student(f"s{k}", name)) for k, name in enumerate(NAMES)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(classroom, "PART", 10)
        made = {"class": class_page([*members, ungraded(), unread()], LESSON)}
    made |= {name: report.html(make(), LESSON) for name, make in (("student", half_done), ("none", ungraded))}
    code = {"engine.py": "def square(self):\n    return self.data * 2\n"}
    made["wall"] = report.wall_page(members, LESSON, lambda _: code)
    made |= course_pages()
    for name, page in made.items():
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    return {name: (folder / f"{name}.html").as_uri() for name in made}


def course_pages() -> dict[str, str]:
    """The pages of a course of two lessons, in which everything occurs once."""
    lessons = [LESSON, replace(LESSON, name="second", title="A second lesson")]
    kinds = [perfect("Ada"), half_done("Bob"), ungraded("Cy"), unread("Dee"), perfect("Eve"), perfect("Flo")]
    found = {
        "first_loop": report.results(kinds, lessons[0]),
        "second": report.results(kinds[::-2], lessons[1]),
    }
    made = report.joined(lessons, found)
    bob = next(each for each in made.learners if each.student.name == "Bob")
    return {"course": "".join(report.course_parts(made)), "learner": report.learner(bob, made)}


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    opened = Browser(tmp_path_factory.mktemp("profile"))
    yield opened
    opened.close()


# How high letters are on the screen, also those of a picture that is drawn smaller or larger.
SMALLEST = """Math.min(...[...document.querySelectorAll('body *')]
    .filter(e => e.getClientRects().length && [...e.childNodes].some(n => n.nodeType == 3 && n.data.trim()))
    .map(e => {
        const drawn = e.closest('svg'), size = parseFloat(getComputedStyle(e).fontSize)
        const box = drawn && drawn.viewBox.baseVal
        return box && box.width ? size * drawn.getBoundingClientRect().width / box.width : size
    }))"""


def look(browser: Browser, address: str, *, colours: str = "light", width: int = 1200) -> None:
    """Open a page, with all that is folded."""
    browser.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": colours}])
    metrics: dict[str, Any] = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    browser.call("Emulation.setDeviceMetricsOverride", **metrics)
    browser.open(address)
    browser.wait(f"location.href === {json.dumps(address)} && document.readyState === 'complete'")
    browser.run("document.querySelectorAll('details').forEach(part => { part.open = true })")


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(browser: Browser, pages: dict[str, str], name: str, colours: str) -> None:
    """No rule of axe-core is broken: contrast, names, headings, tables, landmarks, labels."""
    look(browser, pages[name], colours=colours)
    browser.run(f"{AXE}; null")
    found = browser.run("axe.run().then(done => done.violations.map(v => [v.id, v.nodes.map(n => n.html)]))")
    assert found == []


@pytest.mark.parametrize("name", PAGES)
def test_pages_fit_a_phone(browser: Browser, pages: dict[str, str], name: str) -> None:
    """At 360 pixels nothing moves sideways but tables and graphs in their frames."""
    look(browser, pages[name], width=360)
    assert browser.run("document.documentElement.scrollWidth") <= 360
    assert browser.run(SMALLEST) >= 12


def test_the_table_is_one_list_that_grows(browser: Browser, pages: dict[str, str]) -> None:
    """So many rows at a time, and a button for more; in print there are all."""
    look(browser, pages["class"])
    assert len(browser.run(TABLE)) == 10
    browser.run("document.querySelector('.more').click()")
    assert len(browser.run(TABLE)) == 20
    browser.run("dispatchEvent(new Event('beforeprint'))")
    assert len(browser.run(TABLE)) == 26


def test_a_click_on_a_head_sorts_all_rows(browser: Browser, pages: dict[str, str]) -> None:
    """By points, up and then down; who has none comes last or first. The head says so."""
    look(browser, pages["class"])
    head = "[...document.querySelectorAll('table.students th')].find(h => h.textContent.startsWith('Total'))"
    browser.run(f"{head}.querySelector('button').click()")
    assert browser.run(TABLE)[:3] == ["Alan Turing", "Zoë Müller", "Student 01"]
    assert browser.run(f"{head}.getAttribute('aria-sort')") == "ascending"
    browser.run(f"{head}.querySelector('button').click()")
    assert browser.run(TABLE)[:2] == ["Student 00", "Student 02"]


@pytest.mark.parametrize(("typed", "found"), [("zoë", ["Zoë Müller"]), ("s7", ["Student 07"]), ("?", [])])
def test_a_search_finds_names_and_ids(
    browser: Browser, pages: dict[str, str], typed: str, found: list[str]
) -> None:
    """Also of students whose part was folded."""
    look(browser, pages["class"])
    field = "document.querySelector('input[type=search]')"
    browser.run(f"{field}.value = {json.dumps(typed)}; {field}.dispatchEvent(new Event('input')); null")
    assert browser.run(TABLE) == found


def test_a_filter_shows_who_has_not_done_an_exercise(browser: Browser, pages: dict[str, str]) -> None:
    """With everybody who has no grade at all."""
    look(browser, pages["class"])
    field = "[...document.querySelectorAll('.controls select')][0]"
    browser.run(
        f"{field}.value = [...{field}.options].find(o => o.text === 'square').value; "
        f"{field}.dispatchEvent(new Event('input')); null"
    )
    assert (
        browser.run("document.querySelector('.controls ~ [role=status]').textContent") == "14 of 26 students"
    )


def test_without_scripts_everybody_is_on_the_page(browser: Browser, pages: dict[str, str]) -> None:
    """In parts that open; nothing is offered that would not work."""
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    try:
        look(browser, pages["class"])
        assert len(browser.run(TABLE)) == 26
        assert not browser.run("document.querySelector('.controls')")
    finally:
        browser.call("Emulation.setScriptExecutionDisabled", value=False)
