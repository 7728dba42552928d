"""JUnit XML, as GitLab, Jenkins and GitHub test reporters read it: a suite an exercise, a case a check.

There are no times in it: the same grade gives the same bytes.
"""

from collections import Counter
from xml.etree import ElementTree as ET

from grader import text
from grader.model import CheckResult, CheckStatus, ExerciseResult, Grade
from grader.telling import graph, story
from grader.telling.report import words

_TAGS: dict[CheckStatus, str] = {
    "failed": "failure",
    "todo": "skipped",
    "waiting": "skipped",
    "timed_out": "error",
    "crashed": "error",
    "invalid": "error",
    "ungraded": "error",
}
_COUNTERS = {"failure": "failures", "error": "errors", "skipped": "skipped"}


def export(grade: Grade, folder: str = "") -> str:
    """The grade as JUnit XML. `folder` is where the student's files stand in the repository."""
    root = _element(None, "testsuites", name=grade.lesson)
    if grade.status == "ungraded":
        suite = _element(root, "testsuite", name=grade.lesson)
        case = _element(suite, "testcase", classname=grade.lesson, name="can be graded")
        _outcome(case, "error", "ungraded", f"could not be graded, because {grade.reason}")
    for result in grade.exercises:
        _suite(root, grade.lesson, result, folder)
    for element in (root, *root):
        _count(element)
    ET.indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _suite(root: ET.Element, lesson: str, result: ExerciseResult, folder: str) -> None:
    suite = _element(root, "testsuite", name=result.name)
    properties = _element(suite, "properties")
    for name, value in (("points", result.points), ("max_points", result.max_points)):
        _element(properties, "property", name=name, value=words.points(value))
    for check in result.checks:
        place = {"file": f"{folder.rstrip('/')}/{result.file}".lstrip("/")}
        if check.line:
            place["line"] = str(check.line)
        case = _element(suite, "testcase", classname=f"{lesson}.{result.name}", name=check.name, **place)
        if check.status != "passed":
            _outcome(case, _TAGS[check.status], check.status, _said(check))


def _said(check: CheckResult) -> str:
    headline = f"{check.title}: {story.words(check.status)}"
    return "\n\n".join(filter(None, (headline, check.message, graph.example(check))))


def _outcome(case: ET.Element, tag: str, kind: str, said: str) -> None:
    headline, *_ = said.splitlines()
    outcome = _element(case, tag, type=kind, message=headline)
    outcome.text = text.visible(said, text.MESSAGE)


def _element(parent: ET.Element | None, tag: str, **attributes: str) -> ET.Element:
    """An element whose attributes hold only characters that XML 1.0 allows."""
    shown = {name: text.one_line(value, text.MESSAGE) for name, value in attributes.items()}
    return ET.Element(tag, shown) if parent is None else ET.SubElement(parent, tag, shown)


def _count(element: ET.Element) -> None:
    found = Counter(child.tag for case in element.iter("testcase") for child in case)
    element.set("tests", str(sum(1 for _ in element.iter("testcase"))))
    for tag, counter in _COUNTERS.items():
        element.set(counter, str(found[tag]))
