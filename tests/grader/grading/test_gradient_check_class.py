"""The sample class of lesson 3 is graded as its `expected.toml` says."""

import tomllib

import pytest

from grader.grading import session
from grader.lesson import catalog
from tests.grader.conftest import CONFINED, ROOT, read

CLASS = ROOT / "tests" / "gradient_check_class"
EXPECTED = tomllib.loads((CLASS / "expected.toml").read_text(encoding="utf-8"))
LESSON = catalog.load(ROOT, "gradient_check")


@pytest.mark.parametrize("student", EXPECTED)
def test_sample_loses_what_is_expected_and_nothing_else(student):
    grade = session.grade(LESSON, read(CLASS / student, LESSON), confined=CONFINED)
    assert grade.status == "graded"
    undone = {e.name: e.status for e in grade.exercises if e.status != "passed"}
    assert undone == EXPECTED[student].get("loses", {})
    assert all(e.points == e.max_points for e in grade.exercises if e.name not in undone)


def test_every_sample_is_expected_and_described():
    folders = {path.name for path in CLASS.iterdir() if path.is_dir()}
    described = (CLASS / "README.md").read_text(encoding="utf-8")
    assert folders == set(EXPECTED)
    assert all(f"| {name} | {sample['shows']} |" in described for name, sample in EXPECTED.items())
