"""A release of one lesson, for real: what stands in it, and what it does with the packages installed here."""

import json
import re
import subprocess
import sys
from pathlib import Path, PurePosixPath
from shutil import copytree

import pytest

from grader.errors import KitError
from grader.lesson import catalog
from grader.release import contents, leaks, proof, release
from tests.grader.handins import LESSON as FIRST
from tests.grader.handins import lay

LESSON = catalog.load(FIRST.root, "two_parameters")  # its wrong models are quickly asked
HANDED_OUT = "tests/two_parameters/handed_out"
CLASS = LESSON.root / "tests" / "two_parameters_class"


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return contents.contents([LESSON])


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("release") / "course"
    done = release.release(LESSON.root, [LESSON.name], out, reuse=True)
    assert done.outcome.written > 50
    return out


# --- what stands in it -------------------------------------------------------------------------------


def test_no_solution_no_history_no_other_lesson(files):
    """Of the kit's own parts only what students' checks need."""
    parts = {part for name in files for part in PurePosixPath(name).parts}
    others = {*catalog.lesson_names(LESSON.root)} - {LESSON.name}
    assert not parts & {"solutions", "corpus", "sample_class", "hostile", "rubrics.toml", ".git", *others}
    assert not [name for name in files if name.startswith(("grader/grading", "grader/intake", "grader/cli"))]
    assert not [name for name in files if "wrong_" in name]


def test_nothing_is_given_away(files):
    assert leaks.leaks(files, leaks.secrets([LESSON])) == leaks.named(files) == []


def test_what_was_handed_out_is_there_to_compare_with(files):
    """Once to work in, and once as it was."""
    for file in (file for file in LESSON.files if file.endswith(".py")):
        copies = [files[f"{folder}/{file}"] for folder in ("exercises/two_parameters", HANDED_OUT)]
        assert copies == [(LESSON.stubs / file).read_bytes()] * 2
    assert LESSON.handed_out == LESSON.stubs  # in a kit


def test_the_leaders_page_stays_behind(files):
    """It sends to the solutions, which learners do not have."""
    page = files["exercises/two_parameters/lesson.md"].decode()
    assert "whoever leads" in (LESSON.stubs / "lesson.md").read_text(encoding="utf-8")
    assert "whoever leads" not in page


def test_links_lead_somewhere(files):
    """Every file that a page links to is in the repository."""
    for page in (name for name in files if name.endswith(".md")):
        for target in re.findall(r"\]\(([^)#:]+)[^)]*\)", files[page].decode()):
            steps: list[str] = []
            for step in (PurePosixPath(page).parent / target).parts:
                steps = steps[:-1] if step == ".." else [*steps, step]
            assert "/".join(steps) in files


def test_rows_and_items_about_other_lessons_go():
    """All lines of an item go with it; paragraphs stay."""
    page = "A b.\n\n- one\n  more one\n- two\n  more two\n\n| x | one |\n| y | two |\n1. one\n2. two\n"
    assert contents.about(page, {"two"}) == "A b.\n\n- one\n  more one\n\n| x | one |\n1. one\n"


def test_a_stub_that_was_filled_in_is_not_handed_out(tmp_path: Path):
    """Somebody may have tried the exercises in the kit itself."""
    for tree in ("exercises", "solutions"):
        copytree(FIRST.root / tree / FIRST.name, tmp_path / tree / FIRST.name)
    kit = catalog.load(tmp_path, FIRST.name)
    stub = kit.stubs / "training.py"
    stub.write_text(stub.read_text(encoding="utf-8").replace("raise NotImplementedError", "pass  #", 1))
    with pytest.raises(KitError, match=r"training\.py:\d+ is not what its solution makes"):
        [*contents._exercises([kit])]


# --- what it does ------------------------------------------------------------------------------------


def at_home(repository: Path, submission: Path) -> tuple[float, str]:
    """The points that a student's own pytest gives in a released repository, and what it prints."""
    told = submission / "points.json"
    done = subprocess.run(
        [sys.executable, "-m", "grader.feedback", "--points", told, f"--submission={submission}"],
        cwd=repository,
        check=True,
        capture_output=True,
        encoding="utf-8",
        env={"COLUMNS": "80", "PYTHONUTF8": "1"},
    )
    return float(json.loads(told.read_text())[LESSON.name][0]), " ".join(done.stdout.split())


# Nothing waits here, so the points are those of grading: all but one's own.
@pytest.mark.parametrize(
    ("student", "points", "words"),
    [("sofia", 95, "Well played"), ("pierre", 82, "resets the gradient of w, but not that of b")],
)
def test_points_and_names_at_home_are_those_of_grading(
    released: Path, tmp_path: Path, student, points, words
):
    files = {path.name: path.read_bytes() for path in (CLASS / student).iterdir() if path.is_file()}
    found, board = at_home(released, lay(tmp_path / LESSON.name, files).parent)
    assert found == points
    assert words in board


def test_a_release_that_does_not_work_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files):
    """Here a module is lacking that the checks import."""
    lacking = {name: text for name, text in files.items() if name != "tests/two_parameters/lines.py"}
    monkeypatch.setattr(release, "contents", lambda lessons: lacking)
    with pytest.raises(KitError, match="the CI script of the release fails"):
        release.release(LESSON.root, [LESSON.name], tmp_path / "course", reuse=True)
    assert not [*tmp_path.iterdir()]


def test_a_leak_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files):
    line = b"parameter.data -= lr * parameter.grad\n"
    monkeypatch.setattr(release, "contents", lambda lessons: {**files, "tests/a.py": line})
    monkeypatch.setattr(proof, "prove", None)
    with pytest.raises(KitError, match=r"tests/a\.py:1 is a line of a solution"):
        release.release(LESSON.root, [LESSON.name], tmp_path / "course", reuse=True)
    assert not [*tmp_path.iterdir()]
