"""A working tree is graded, and each system is told in its own way."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from grader import ci
from grader.errors import UngradedError, UsageError
from grader.model import Grade, Lesson
from grader.telling import report
from tests.grader.batches import LESSON, hand_in
from tests.grader.sample_grades import half_done, perfect, ungraded
from tests.grader.telling.test_exports import RUN

HOSTED = {
    "GITHUB_ACTIONS": "true",
    "GITHUB_REPOSITORY": "course/ada",
    "GITHUB_REPOSITORY_OWNER": "course",
    "GITHUB_SHA": "c0ffee",
    "GITHUB_SERVER_URL": "https://forge.example",
}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A student's repository, with exercises/first_loop/ in it."""
    hand_in(tmp_path / "exercises", LESSON.name)
    return tmp_path


@pytest.mark.parametrize("path", [".", "exercises", "exercises/first_loop"])
def test_the_lesson_is_found_at_and_below_the_path(tree: Path, path: str) -> None:
    """The repository, its exercises and the lesson's folder mean the same files."""
    lesson = replace(LESSON, root=tree)
    assert ci.folder_of(lesson, tree / path, {}) == "exercises/first_loop"
    assert ci.folder_of(lesson, tree / path, {"GITHUB_WORKSPACE": str(tree / "exercises")}) == "first_loop"


def test_a_working_tree_is_graded_as_one_submission(tree: Path) -> None:
    """The solution has full marks, under the name of the repository."""
    found = ci.grade(LESSON, tree / "exercises", HOSTED, confined=True)
    assert (found.points, found.student.id) == (95.0, "course/ada")


def test_of_several_lessons_the_first_unfinished_one_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those before it have a line each; with all points everywhere it is the last."""
    lessons = [replace(LESSON, name=name) for name in ("one", "two", "three")]
    points = {"one": 95.0, "two": 94.5, "three": 0.0}

    def graded(lesson: Lesson, *_: object, **__: object) -> Grade:
        return replace(perfect(), lesson=lesson.name, points=points[lesson.name], max_points=95.0)

    monkeypatch.setattr(ci, "grade", graded)
    grades, lesson = ci.current(lessons, Path(), {}, confined=True)
    assert [grade.lesson for grade in grades] == ["one", "two"] and lesson.name == "two"
    assert ci.finished(grades[0]) == "The first learning loop: 95 of 95 points."
    points.update(two=95.0, three=95.0)
    assert ci.current(lessons, Path(), {}, confined=True)[1].name == "three"


def test_a_class_is_no_working_tree(tmp_path: Path) -> None:
    """Several submissions are refused, and the command for them is named."""
    hand_in(tmp_path / "class", "ada", "bob")
    with pytest.raises(UsageError, match="2 submissions") as caught:
        ci.grade(LESSON, tmp_path / "class", {}, confined=True)
    assert "grader grade" in caught.value.hint


@pytest.mark.parametrize("content", [None, b"x" * 10_000_000], ids=["nothing in it", "too large"])
def test_a_tree_without_the_lesson_has_no_points(tree: Path, content: bytes | None) -> None:
    """As in a class: whoever hands in what cannot be read does not get out of a grade, and is told why."""
    shutil.rmtree(tree / "exercises")
    (tree / "exercises" / "first_loop").mkdir(parents=True)
    if content:
        (tree / "exercises" / "first_loop" / "engine.py").write_bytes(content)
    found = ci.grade(LESSON, tree / "exercises", {}, confined=True)
    assert (found.status, found.points) == ("graded", 0.0)
    assert (found.reason or "").startswith("nothing of it could be read: ")


def test_a_path_that_is_not_there_is_an_error(tree: Path) -> None:
    """Whoever typed it meant another one."""
    with pytest.raises(UsageError, match="nowhere"):
        ci.grade(LESSON, tree / "nowhere", {}, confined=True)


def test_the_log_is_the_report(tree: Path) -> None:
    """Where nobody says what runs this, the log has the Markdown report and no commands."""
    said = ci.log(half_done(), LESSON, "exercises/first_loop", {})
    assert said.startswith("# Grace")
    assert "::" not in said


def test_on_github_the_log_is_quoted_and_lines_are_annotated() -> None:
    """What students wrote stands where no command is obeyed; the annotations follow it."""
    quoted, _, after = ci.log(half_done(), LESSON, "exercises/first_loop", HOSTED).rpartition("::\n")
    assert quoted.startswith("::stop-commands::")
    assert "::error file=exercises/first_loop/engine.py,line=31" in f"{after}{quoted}"


def test_the_summary_page_is_added_to(tmp_path: Path) -> None:
    """What other steps wrote stays; without the variable nothing is written."""
    page = tmp_path / "summary.md"
    page.write_text("before\n")
    ci.write_summary(perfect(), LESSON, {"GITHUB_STEP_SUMMARY": str(page)})
    ci.write_summary(perfect(), LESSON, {})
    assert page.read_text().startswith("before\n# Ada Lovelace")


def test_a_summary_page_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """The message has the path."""
    with pytest.raises(UsageError, match="summary"):
        ci.write_summary(perfect(), LESSON, {"GITHUB_STEP_SUMMARY": str(tmp_path / "no" / "summary.md")})


def test_no_grade_means_no_file_with_a_score(tmp_path: Path) -> None:
    """Gradescope and classroom50 see a failed run instead of a zero."""
    with pytest.raises(UngradedError):
        ci.write_gradescope(tmp_path / "results.json", ungraded())
    with pytest.raises(UngradedError):
        ci.write_classroom50(tmp_path / "result.json", ungraded(), LESSON, RUN)
    assert list(tmp_path.iterdir()) == []


def test_classroom50_gets_the_report_as_its_page(tmp_path: Path) -> None:
    """Behind "View grade" stands what report.md says."""
    ci.write_classroom50(tmp_path / "result.json", half_done(), LESSON, RUN)
    assert json.loads((tmp_path / "result.json").read_text())["assignment"] == "learning-loop"
    assert (tmp_path / "release-body.md").read_text() == report.markdown(half_done(), LESSON)


@pytest.mark.parametrize(
    ("points", "percent", "reached"),
    [(55.0, 100, True), (54.99, 100, False), (27.5, 50, True), (27.49, 50, False), (0.0, 0, True)],
)
def test_the_share_of_the_points_decides(points: float, percent: float, reached: bool) -> None:
    """A share is reached from exactly that many points on."""
    assert ci.reaches(replace(perfect(), points=points), percent) is reached
