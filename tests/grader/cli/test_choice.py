"""A command knows which lesson is meant, or asks; it never takes one lesson's files for another's."""

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from grader import cli
from grader.cli import choice
from grader.errors import KitError, UsageError
from grader.grading import record
from grader.grading.journal import JournalLine
from grader.grading.shelf import Shelf
from tests.grader import gradebooks, kits
from tests.grader.handins import lay


@pytest.fixture
def two(kit):
    """A kit of two lessons; `words.md` belongs to both, `sums.py` and `products.py` to one each."""
    first = kit()
    text = kits.CATALOG.replace("sums.py", "products.py")
    second = kit({"exercises/NAME/lesson.toml": text, "solutions/NAME/products.py": kits.SUMS})
    return first, second


def reports(out: Path, *lessons: str) -> Path:
    """A folder with one report of each lesson."""
    with Shelf(out) as shelf:
        for number, lesson in enumerate(lessons):
            grade = replace(gradebooks.graded(f"student-{number}"), lesson=lesson)
            line = JournalLine(grade.student.id, grade.student.id, lesson, "graded", "", "")
            shelf.put(line, {"grade.json": record.dumps(grade), "run.json": b"{}"})
    return out


def grader(*arguments: object):
    """The command, in this process."""
    return CliRunner().invoke(cli.main, [*map(str, arguments)])


def test_the_only_lesson_is_meant(kit, tmp_path: Path) -> None:
    """Whatever its name is: a kit need not hold the first lesson of ours."""
    lesson = kit()
    assert choice.of_class(lesson.root, [], tmp_path) == [lesson]
    assert choice.of_reports(lesson.root, None, []) == lesson


@pytest.mark.parametrize("number", [0, 1])
def test_reports_and_submissions_say_what_they_are_of(two, tmp_path: Path, number: int) -> None:
    """By the lesson in each record, and by files that no other lesson asks for."""
    lesson = two[number]
    files = {lesson.files[0]: b"x = 1\n", "words.md": b""}
    lay(tmp_path / "class" / "ada", files), lay(tmp_path / "class" / "bob", {"words.md": b""})
    assert choice.of_class(lesson.root, [], tmp_path / "class") == [lesson]
    assert choice.of_reports(lesson.root, None, [lesson.name]) == lesson


def test_what_does_not_say_is_asked_for(two, tmp_path: Path) -> None:
    """Submissions with shared files alone, and reports of both lessons or of none: the lessons are listed."""
    root = two[0].root
    lay(tmp_path / "shared" / "ada", {"words.md": b""})
    with pytest.raises(UsageError, match="do not say which lesson") as caught:
        choice.of_class(root, [], tmp_path / "shared")
    assert all(lesson.name in caught.value.hint for lesson in two)
    assert choice.of_class(root, [two[1].name], tmp_path / "shared") == [two[1]]
    with pytest.raises(UsageError, match="is not there"):
        choice.of_class(root, [], tmp_path / "nowhere")
    with pytest.raises(UsageError, match="files of several lessons") as caught:
        choice.of_reports(root, None, [lesson.name for lesson in two])
    assert all(lesson.name in caught.value.hint for lesson in two)
    with pytest.raises(UsageError, match="do not say which lesson"):
        choice.of_reports(root, None, [])


def test_a_working_tree_may_hold_several_lessons(two, tmp_path: Path) -> None:
    """They come in the order of the course; where none is told by its files, somebody has to name one."""
    root = two[0].root
    for lesson, file in zip(two, ("sums.py", "products.py"), strict=True):
        lay(tmp_path / "exercises" / lesson.name, {file: b""})
    assert choice.of_tree(root, None, tmp_path / "exercises") == [*two]
    assert choice.of_tree(root, two[1].name, tmp_path / "exercises") == [two[1]]
    lay(tmp_path / "shared", {"words.md": b""})
    with pytest.raises(UsageError, match="do not say which lesson"):
        choice.of_tree(root, None, tmp_path / "shared")


def test_a_slip_in_a_name_is_brought_up(two) -> None:
    """The name that may be meant stands in the hint."""
    with pytest.raises(KitError) as caught:
        choice.named(two[0].root, two[0].name.replace("small", "smal"))
    assert "Did you mean" in caught.value.hint


@pytest.mark.parametrize("command", [["mark"], ["mark", "--read"], ["report"], ["gradebook", "sync"]])
def test_reports_of_another_lesson_are_refused(two, tmp_path: Path, command: list[str]) -> None:
    """Rather than "0 answers", or pages with another lesson's words."""
    first, second = two
    out = reports(tmp_path / "reports", second.name)
    result = grader(*command, out, "--lesson", first.name, "--kit", first.root)
    assert result.exit_code == 2
    assert f"there are reports of {second.name}" in result.stderr and "--lesson" in result.stderr
    mixed = reports(tmp_path / "mixed", first.name, second.name)
    assert grader(*command, mixed, "--kit", first.root).exit_code == 2
