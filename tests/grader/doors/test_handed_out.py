"""What was given and has been changed is told where something fails because of it, and only there."""

import shutil

import pytest

from grader.doors.direct import DirectDoor
from grader.doors.handed_out import changed, untouched
from grader.grading import session
from grader.model import Student, Submission
from tests.grader.conftest import CONFINED, ROOT

NEGATIVE = "other.grad -= out.grad"
ASKS = "        other = other if isinstance(other, Value) else Value(other)\n"
HONEST = "        if not isinstance(other, Value):  # so it is shorter\n            other = Value(other)\n"
SHARE = "self.grad += 2 * self.data * out.grad"
BACK = "given, and you need not touch it: put it back"


@pytest.fixture
def work(tmp_path):
    """The solutions, in a folder of their own; `work(old, new, …)` changes engine.py."""
    shutil.copytree(ROOT / "solutions" / "first_loop", tmp_path, dirs_exist_ok=True)

    def edit(*words):
        path = tmp_path / "engine.py"
        text = path.read_text(encoding="utf-8")
        for old, new in zip(words[::2], words[1::2], strict=True):
            assert old in text
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
        return tmp_path

    return edit


def differs(lesson, folder):
    """The names of what was changed, with their lines."""
    of = lambda file: DirectDoor(lesson, folder).outline(file)  # noqa: E731  a def would say no more
    return [(part.name, part.line) for part in changed(lesson, of)]


@pytest.fixture
def board(warm_run):
    """`board(folder)`: what a student's pytest says, in one line."""
    return lambda folder: " ".join(warm_run("tests/first_loop", folder=folder).out.split())


def test_comments_and_docstrings_change_nothing(work, lesson):
    """A student may write what they like beside given code. The methods they were to write are theirs."""
    folder = work(ASKS, '        """Sum."""  # mine\n' + ASKS, "* out.grad", "* 1 * out.grad * 1")
    assert [name for name, _ in differs(lesson, folder)] == ["__mul__"]


def test_what_nobody_touched_is_seen_without_asking(work, lesson):
    """Given parts to the letter, and no second definition of one of their names."""

    def seen(folder):
        return untouched(lesson, {name: (folder / name).read_bytes() for name in lesson.files})

    assert seen(work())
    assert seen(work(SHARE, "self.grad += self.data * out.grad"))  # the student's own part
    (tmp := work() / "engine.py").write_bytes(tmp.read_bytes().replace(b"\n", b"\r\n"))
    assert seen(tmp.parent)
    tmp.write_bytes(tmp.read_bytes() + b"\nValue.__sub__ = Value.__add__\n")
    assert not seen(tmp.parent)


@pytest.mark.parametrize(
    "changes", [(NEGATIVE, "pass"), ("__rsub__", "__sbur__"), (ASKS, ASKS + "        pass\n")]
)
def test_what_was_touched_is_asked_about(work, lesson, changes):
    """A change, a name that is gone, and a line more."""
    folder = work(*changes)
    assert not untouched(lesson, {name: (folder / name).read_bytes() for name in lesson.files})


def test_what_is_gone_has_no_line(work, lesson):
    """A method, and a file that cannot be read."""
    assert differs(lesson, work("__rsub__", "__sbur__")) == [("__rsub__", None)]
    assert ("__mul__", None) in differs(lesson, work("class Value:", "class Value"))


def test_a_changed_given_method_is_told_with_its_place(work, board):
    """No hint about the exercise beside it, for the exercise is right."""
    said = board(work(NEGATIVE, "other.grad += out.grad"))
    assert f"`__sub__` (engine.py, line 31) was {BACK} as it was handed out" in said
    assert "next: `backward` in" in said and "engine.py, line 31 " in said and "Hint" not in said


def test_an_honest_refactoring_is_nobody_s_business(work, board):
    """It stays, beside a given method that was broken."""
    said = board(work(ASKS, HONEST, NEGATIVE, "other.grad += out.grad"))
    assert f"`__sub__` (engine.py, line 32) was {BACK}" in said


def test_a_mistake_of_one_s_own_is_told_beside_a_refactoring(work, board):
    """Its name, and nothing of what was given."""
    said = board(work(ASKS, HONEST, SHARE, SHARE.replace("2 * ", "")))
    assert BACK not in said and "hands on x times the gradient" in said


@pytest.mark.parametrize("name", ["__add__", "__mul__", "__sub__", "__init__"])
def test_a_misspelt_given_method_is_told_as_one(work, name, board):
    """Python names it where something else needs it: on import, in a sum, when a Value is made."""
    said = board(work(f"def {name}", f"def {name[:4]}x{name[4:]}"))
    assert f"`{name}`" in said and f"{BACK} as it was handed out" in said
    assert "stands in quotes" not in said


def test_a_report_says_the_same(work, lesson):
    """Through a box, whose outline is a student's word."""
    folder = work(ASKS, HONEST, NEGATIVE, "other.grad += out.grad")
    files = {name: (folder / name).read_bytes() for name in lesson.files}
    grade = session.grade(lesson, Submission(Student("ada", "ada"), files, ""), confined=CONFINED)
    backward = next(result for result in grade.exercises if result.name == "backward")
    assert f"`__sub__` (engine.py, line 32) was {BACK}" in backward.told.message
    assert (backward.told.line, backward.hint, backward.diagnosis) == (32, "", None)
