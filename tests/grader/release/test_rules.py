"""What students receive says what counts in their course."""

import tomllib

import pytest

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
    assert points(files, lesson.name) == {**points(FILES, lesson.name), first: 42.5, question.name: 3}
    shown = pointed(lesson, {lesson.name: policy})
    assert {e.name: e.points for e in shown.exercises}.items() <= points(files, lesson.name).items()
    text = files[f"exercises/{lesson.name}/lesson.md"].decode()
    said = next(line for line in text.splitlines() if line.startswith("> **In your course**"))
    assert f"`{first}` counts 42.5 points instead of" in said and f"`{other}` does not count." in said
    assert question.title in said
    assert text.replace(f"{said}\n\n", "").encode() == FILES[f"exercises/{lesson.name}/lesson.md"]


def test_without_rules_nothing_changes() -> None:
    assert ruled(FILES, LESSONS, {}) == FILES
    assert ruled(FILES, LESSONS, {"first_loop": Policy(per_day=10.0)}) == FILES
