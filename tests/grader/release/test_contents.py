"""What stands in a released repository, and what does not."""

import re
from pathlib import PurePosixPath

import pytest

from grader.errors import KitError
from grader.lesson import catalog
from grader.release import contents
from tests.grader.handins import LESSON

FILES = contents.contents([LESSON])


def test_no_solution_no_history_no_other_lesson():
    """Of the kit's own parts only what students' checks need."""
    parts = {part for name in FILES for part in PurePosixPath(name).parts}
    others = {*catalog.lesson_names(LESSON.root)} - {LESSON.name}
    assert not parts & {"solutions", "corpus", "sample_class", "hostile", "rubrics.toml", ".git", *others}
    assert not [name for name in FILES if name.startswith(("grader/grading", "grader/intake", "grader/cli"))]
    assert not [name for name, text in FILES.items() if name.endswith(".md") and others & {*_words(text)}]


def _words(text: bytes) -> list[str]:
    return re.findall(r"\w+", text.decode())


@pytest.mark.parametrize("page", [name for name in FILES if name.endswith(".md")])
def test_links_lead_somewhere(page: str):
    """Every file that a page links to is in the repository."""
    for target in re.findall(r"\]\(([^)#:]+)[^)]*\)", FILES[page].decode()):
        steps: list[str] = []
        for step in (PurePosixPath(page).parent / target).parts:
            steps = steps[:-1] if step == ".." else [*steps, step]
        assert "/".join(steps) in FILES


def test_rows_and_items_about_other_lessons_go():
    """All lines of an item go with it; paragraphs stay."""
    page = "A b.\n\n- one\n  more one\n- two\n  more two\n\n| x | one |\n| y | two |\n1. one\n2. two\n"
    assert contents.about(page, {"two"}) == "A b.\n\n- one\n  more one\n\n| x | one |\n1. one\n"


def test_a_stub_that_was_filled_in_is_not_handed_out(tmp_path):
    """Somebody may have tried the exercises in the kit itself."""
    kit = _copy(tmp_path)
    stub = kit.stubs / "training.py"
    stub.write_text(stub.read_text(encoding="utf-8").replace("raise NotImplementedError", "pass  #", 1))
    with pytest.raises(KitError, match=r"training\.py:\d+ is not what its solution makes"):
        contents.contents([kit])


def _copy(folder):
    from shutil import copytree

    for tree in ("exercises", "solutions", "tests"):
        copytree(LESSON.root / tree / LESSON.name, folder / tree / LESSON.name)
    for name in ("pyproject.toml", "constraints.txt"):
        (folder / name).write_bytes((LESSON.root / name).read_bytes())
    return catalog.load(folder, LESSON.name)
