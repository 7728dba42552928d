"""Files of a student's own that the lesson's files import are taken along, as they are at home."""

import unicodedata
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from grader.grading import session
from grader.intake import intake, own_modules
from grader.model import Submission
from tests.grader.conftest import CONFINED
from tests.grader.handins import LESSON, WHOLE, lay, zipped
from tests.grader.notebooks import edited, lay_notebook, solved
from tests.grader.student_runs import Run

SOLUTION = {name: (LESSON.solutions / name).read_bytes() for name in LESSON.files}
IMPORTING = b"from helper import half\n"
HELPER = b"def half(x):\n    return x / 2\n"


@pytest.fixture
def ada(tmp_path: Path) -> Path:
    """A folder with the lesson's files, of which engine.py imports `helper`."""
    return lay(tmp_path / "ada", {**WHOLE, "engine.py": IMPORTING})


def read(path: Path) -> Submission:
    """The one submission at `path`."""
    (entry,) = intake.find(path, LESSON)
    return intake.read(entry, LESSON)


def own(submission: Submission) -> Mapping[str, bytes]:
    """What was taken along beside the lesson's files."""
    return {name: content for name, content in submission.files.items() if name not in LESSON.files}


# --- from where --------------------------------------------------------------------------------


def test_from_a_folder(ada: Path) -> None:
    """It is among the files, nothing needs to be said, and another content is another digest."""
    lay(ada, {"helper.py": HELPER})
    first = read(ada)
    assert (own(first), first.remarks) == ({"helper.py": HELPER}, ())
    lay(ada, {"helper.py": HELPER + b"\n"})
    assert read(ada).digest != first.digest


def test_from_a_zip(tmp_path: Path) -> None:
    """In the folder where the lesson's files are."""
    files = {"engine.py": IMPORTING, "helper.py": HELPER, "other/helper.py": b"no"}
    lay(tmp_path, {"ada.zip": zipped({f"work/{name}": content for name, content in files.items()})})
    assert own(read(tmp_path / "ada.zip")) == {"helper.py": HELPER}


@pytest.mark.parametrize("name", ["lovelaceada_12_34_helper.py", "lovelaceada_12_34_helper-1.py"])
def test_from_an_lms(tmp_path: Path, name: str) -> None:
    """Loose files under the names that Canvas gives them, also to what is handed in again."""
    lay(tmp_path, {"lovelaceada_12_33_engine.py": IMPORTING, name: HELPER})
    assert own(read(tmp_path)) == {"helper.py": HELPER}


def test_from_beside_a_notebook(tmp_path: Path) -> None:
    """A cell imports what lies in the notebook's folder; a notebook alone holds no files."""
    page = edited(solved(), "engine-Value", lambda c: c.update(source=IMPORTING.decode() + c["source"]))
    folder = lay_notebook(tmp_path / "ada" / "first_loop", page)
    folder = folder if folder.is_dir() else folder.parent
    lay(folder, {"helper.py": HELPER})
    assert own(read(tmp_path / "ada")) == {"helper.py": HELPER}
    assert own(read(folder / "first_loop.ipynb")) == {}


# --- which -------------------------------------------------------------------------------------


def test_what_they_import_comes_too(ada: Path) -> None:
    """A module of a module is as good as one that the lesson's file names itself."""
    lay(ada, {"helper.py": b"import further", "further.py": b"import helper", "aside.py": b"import further"})
    assert set(own(read(ada))) == {"helper.py", "further.py"}


def test_what_nobody_names_costs_nothing(ada: Path) -> None:
    """An old copy is neither read nor part of the digest; the remark is as ever."""
    before = read(ada).digest
    lay(ada, {"engine_old.py": bytes(5 << 20), "test_square.py": b"", "notes.txt": b"helper"})
    after = read(ada)
    assert (after.digest, own(after)) == (before, {})
    assert after.remarks == (
        "not read, because the lesson does not ask for it: “engine_old.py” and “test_square.py”",
    )


@pytest.mark.parametrize("name", ["math", "conftest", "wire", "host", "grader", "tests", "pytest", "_thread"])
def test_no_name_that_something_else_has(ada: Path, name: str) -> None:
    """Modules of Python and of the kit stay what they are, and the student reads why."""
    lay(ada, {"engine.py": f"import {name}".encode(), f"{name}.py": b"evil"})
    assert own(read(ada)) == {}
    (remark,) = read(ada).remarks
    assert remark == (
        f"“{name}.py” has the name of a module of Python or of the kit, so it was left out: "
        "give yours another name"
    )


@pytest.mark.parametrize("name", ["Engine.py", "TRAINING.py", "engine (2).py", "engine.py.txt"])
def test_no_name_that_means_a_file_of_the_lesson(ada: Path, name: str) -> None:
    """On many a disk it would be that very file."""
    lay(ada, {"engine.py": b"import Engine, TRAINING", name: b"evil"})
    assert own(read(ada)) == {}


@pytest.mark.parametrize(
    "name", ["my-helper.py", "2nd.py", "class.py", "__main__.py", "test_helper.py", ".py"]
)
def test_names_that_no_import_can_mean(ada: Path, name: str) -> None:
    """Only what can be imported is a module; our own tests in a student's folder are none of theirs."""
    lay(ada, {"engine.py": f"# helper {name[:-3]} my 2nd\n".encode(), name: b"x = 1"})
    assert own(read(ada)) == {}


def test_a_name_that_no_disk_can_hold_is_none(tmp_path: Path) -> None:
    """A zip can hold it; it must not end the grading of anything."""
    name = "a" * 300
    lay(tmp_path, {"ada.zip": zipped({"engine.py": f"import {name}".encode(), f"{name}.py": b""})})
    assert own(read(tmp_path / "ada.zip")) == {}


def test_of_names_that_differ_in_capitals_one_counts(tmp_path: Path) -> None:
    """Not every disk can hold both; the usual spelling is the one in small letters."""
    files = {"engine.py": b"import helper, Helper", "Helper.py": b"large", "helper.py": b"small"}
    lay(tmp_path, {"ada.zip": zipped(files)})
    submission = read(tmp_path / "ada.zip")
    assert own(submission) == {"helper.py": b"small"}
    assert any("“Helper.py”" in remark for remark in submission.remarks)


def test_letters_of_other_languages(ada: Path) -> None:
    """Some systems take such a name apart into letters and accents; Python's own reading counts."""
    lay(ada, {"engine.py": "import größe".encode(), unicodedata.normalize("NFD", "größe.py"): b"x = 1"})
    assert own(read(ada)) == {"größe.py": b"x = 1"}


def test_a_copy_is_read_under_its_name(ada: Path) -> None:
    """As for the lesson's files: said to be so, and only where the file itself is not there."""
    lay(ada, {"helper (1).py": b"copy"})
    assert own(read(ada)) == {"helper.py": b"copy"}
    assert read(ada).remarks == (
        "“helper (1).py” was read as helper.py; next time hand it in under that name",
    )
    lay(ada, {"helper.py": HELPER})
    assert own(read(ada)) == {"helper.py": HELPER}


# --- how much ----------------------------------------------------------------------------------


def test_not_more_than_a_lesson_can_need(ada: Path) -> None:
    """Of more modules than that, the first by name are taken and the others named."""
    names = [f"part{number:02}" for number in range(own_modules.MAX_MODULES + 1)]
    lay(ada, {"engine.py": f"import {','.join(names)}".encode(), **{f"{name}.py": b"" for name in names}})
    submission = read(ada)
    assert len(own(submission)) == own_modules.MAX_MODULES
    assert submission.remarks[0].startswith("“part20.py” is one module more than 20, so it was left out")


def test_not_larger_than_a_lesson_can_need(ada: Path) -> None:
    """Neither one alone nor all of them together."""
    lay(ada, {"engine.py": b"import a, b, c, d", "a.py": b"#" * ((1 << 20) + 1)})
    lay(ada, dict.fromkeys(("b.py", "c.py", "d.py"), b"#" * 900000))
    submission = read(ada)
    assert set(own(submission)) == {"b.py", "c.py"}
    assert ["larger than" in remark for remark in submission.remarks] == [True, True]


@pytest.mark.parametrize("content", [b"x = '\0'", b"\xff\xfex\0"])
def test_what_is_no_text_is_left_aside(ada: Path, content: bytes) -> None:
    """The lesson's files are graded without it, and the student reads how to save it."""
    lay(ada, {"helper.py": content})
    submission = read(ada)
    assert (own(submission), submission.problems) == ({}, {})
    assert "so it was left out: save it" in submission.remarks[0]


def test_links_are_not_followed(ada: Path, tmp_path: Path) -> None:
    """A module that is a link to somewhere is named and left out."""
    (tmp_path / "secret.py").write_bytes(b"secret")
    (ada / "helper.py").symlink_to(tmp_path / "secret.py")
    assert own(read(ada)) == {}
    assert read(ada).remarks == ("“helper.py” is a link; it was left out",)


def test_a_crowd_of_names_is_searched_quickly(tmp_path: Path) -> None:
    """Thousands of modules beside large files: names are looked up, not searched for one by one."""
    with zipfile.ZipFile(lay(tmp_path) / "ada.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("engine.py", b"a" * 900_000)
        for number in range(15_000):
            packed.writestr(f"{'a' * 40}{number}.py", b"")
    assert own(read(tmp_path / "ada.zip")) == {}


# --- and then ----------------------------------------------------------------------------------


@pytest.fixture
def split(tmp_path: Path) -> Path:
    """The solution with the slope of `square` in a module of its own."""
    engine = SOLUTION["engine.py"].replace(b"2 * self.data * out.grad", b"slope(self.data) * out.grad")
    assert engine != SOLUTION["engine.py"]
    head, future, tail = engine.rpartition(b"\nclass Value")
    helper = b"def slope(x):\n    return 2 * x\n"
    files = {"engine.py": head + b"\nfrom helper import slope\n" + future + tail, "helper.py": helper}
    return lay(tmp_path / "ada", {**SOLUTION, **files})


def test_the_grade_is_that_of_the_students_own_pytest(split: Path, warm_run: Callable[..., Run]) -> None:
    """Everything at home, everything graded."""
    assert session.grade(LESSON, read(split), confined=CONFINED).points == 95
    assert warm_run(folder=split).exit_code == 0


def test_a_module_that_breaks_is_named_on_both_doors(split: Path, warm_run: Callable[..., Run]) -> None:
    """The message points into the student's own module, whoever imports it."""
    lay(split, {"helper.py": b"def slope(x)\n    return 2 * x\n"})
    grade = session.grade(LESSON, read(split), confined=CONFINED)
    (boxed,) = {check.message for check in grade.exercises[1].checks}
    direct = warm_run(folder=split).results["square"]
    assert {result["message"] for result in direct.values()} == {boxed}
    assert boxed.startswith("engine.py imports helper.py, which has a syntax error (line 1)")
