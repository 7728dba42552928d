"""Four lessons in each submission, graded by the command as a class is: nothing here is faked."""

import json
import shutil
import tomllib
from pathlib import Path

from grader.lesson import catalog
from tests.grader.batches import KIT, finish, start
from tests.grader.conftest import CONFINED
from tests.grader.telling.test_report import Page

CLASSES = {
    "first_loop": "sample_class",
    "two_parameters": "two_parameters_class",
    "gradient_check": "gradient_check_class",
    "absolute_loss": "absolute_loss_class",
}
TOGETHER = {"kim": 0, "lee": -1}  # which sample of each class is whose


def test_a_class_with_all_lessons_is_graded_as_each_lesson_expects(tmp_path: Path) -> None:
    """Every exercise that a sample loses in its own class is lost here, and no other. All read as one."""
    expected = {}
    for lesson, name in CLASSES.items():
        samples = tomllib.loads((KIT / "tests" / name / "expected.toml").read_text(encoding="utf-8"))
        for student, number in TOGETHER.items():
            sample = [*samples][number]
            shutil.copytree(KIT / "tests" / name / sample, tmp_path / "class" / student / lesson)
            expected[lesson, student] = samples[sample].get("loses", {})
    out = tmp_path / "reports"
    said = finish(start(tmp_path / "class", out, *([] if CONFINED else ["--allow-unconfined"])), 500)
    assert "4 lessons of 2 students graded" in said
    for (lesson, student), loses in expected.items():
        record = json.loads((out / lesson / student / "grade.json").read_bytes())
        undone = {e["name"]: e["status"] for e in record["exercises"] if e["status"] != "passed"}
        assert undone == loses, (lesson, student)
    titles = [catalog.load(KIT, name).title for name in catalog.lesson_names(KIT)]
    for page in ("index.html", "students/kim/report.html"):
        shown = Page((out / page).read_text(encoding="utf-8"))
        assert all(shown.has(title) for title in titles)
