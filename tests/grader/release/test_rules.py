"""What students receive says what counts in their course."""

import shutil
import tomllib
from pathlib import Path

import pytest

from grader.errors import KitError
from grader.lesson import catalog
from grader.model import Lesson
from grader.policy import Policy
from grader.release.rules import pointed, ruled
from tests.grader.batches import KIT

LESSONS = [catalog.load(KIT, name) for name in catalog.lesson_names(KIT)]
FILES = {
    f"exercises/{lesson.name}/{path.name}": path.read_bytes()
    for lesson in LESSONS
    for path in (lesson.stubs / "lesson.toml", lesson.stubs / "lesson.md")
}


def points(files: dict[str, bytes], lesson: str) -> dict[str, float]:
    table = tomllib.loads(files[f"exercises/{lesson}/lesson.toml"].decode())
    return {part["name"]: part["points"] for part in (*table["exercise"], *table["question"])}


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_catalog_and_text_follow_the_course(lesson: Lesson) -> None:
    """Of one exercise, one question, and one that does not count; nothing else changes."""
    first, other = [e.name for e in lesson.exercises if not e.given][:2]
    question = lesson.questions[-1]
    policy = Policy(points={first: 42.5, other: 0.0, question.name: 3.0})
    files = dict(ruled(FILES, LESSONS, {lesson.name: policy}))
    assert points(files, lesson.name) == {
        **points(FILES, lesson.name),
        first: 42.5,
        other: 0,
        question.name: 3,
    }
    shown = pointed(lesson, {lesson.name: policy})
    assert {e.name: e.points for e in shown.exercises}.items() <= points(files, lesson.name).items()
    assert [e.name for e in shown.exercises if not e.counts] == [other] and not shown.exercise(other).given
    text = files[f"exercises/{lesson.name}/lesson.md"].decode()
    said = next(line for line in text.splitlines() if line.startswith("> **In your course**"))
    assert f"`{first}` counts 42.5 points instead of" in said and f"`{other}` does not count." in said
    assert question.title in said
    assert text.replace(f"{said}\n\n", "").encode() == FILES[f"exercises/{lesson.name}/lesson.md"]


def test_without_rules_nothing_changes() -> None:
    assert ruled(FILES, LESSONS, {}) == FILES
    assert ruled(FILES, LESSONS, {"first_loop": Policy(per_day=10.0)}) == FILES


def test_a_released_catalog_is_read_as_it_is_meant(tmp_path: Path) -> None:
    """What was dropped is a student's to write, counts nothing, and is not taken for what is given."""
    shutil.copytree(KIT / "exercises", tmp_path / "exercises")
    for name, content in ruled(FILES, LESSONS, {"first_loop": Policy(points={"square": 0.0})}).items():
        (tmp_path / name).write_bytes(content)
    read = catalog.load(tmp_path, "first_loop")
    assert (read.exercise("square").points, read.exercise("square").given) == (0.0, False)
    assert sum(e.points for e in read.exercises) == 80


@pytest.mark.parametrize("wrong", ["counts = 0", "counts = false"])
def test_only_what_has_no_points_can_be_dropped(tmp_path: Path, wrong: str) -> None:
    """A slip in the catalog is named."""
    shutil.copytree(KIT / "exercises", tmp_path / "exercises")
    path = tmp_path / "exercises" / "first_loop" / "lesson.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("points = 15\n", f"points = 15\n{wrong}\n", 1), encoding="utf-8")
    with pytest.raises(KitError, match="counts should be true, or false where points are 0"):
        catalog.load(tmp_path, "first_loop")
