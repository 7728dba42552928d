"""The wall shows a mistake and never who made it, whatever stands in the file."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.model import Exercise, Grade, Student
from grader.telling import report
from grader.telling.report import anonymous
from grader.telling.report.anonymous import Known
from tests.fuzzing import fuzz
from tests.grader.sample_grades import LESSON, half_done, hostile_text
from tests.grader.telling.test_report import Page

SOLUTION = """\
class Value:
    def square(self):
        out = Value(self.data**2, (self,), "square")
        return out
"""
STUB = """\
class Value:
    def square(self):
        raise NotImplementedError

    def helper(self):
        return 1
"""
KNOWN = Known.of([SOLUTION], {"engine.py": STUB})
ADA = Student("ada.lovelace@example.edu", "Ada Lovelace")
SQUARE = LESSON.exercise("square")
SIGNED = '''\
# Ada Lovelace, group 3
"""by Ada, in /home/ada/course"""
import math


class Value:
    """Ada's value."""

    def square(self):
        """Made by Ada."""
        # Ada: as in /home/ada/notes
        out = Value(self.data * 2, (self,), "square")  # ask Grace
        print("Ada was here", f"{self.data} for Ada")

        return out

    def other(self):
        return "Ada"
'''


def shown(source: str, exercise: Exercise = SQUARE, names: frozenset[str] = frozenset()) -> str:
    return anonymous.example(source, exercise, ADA, names, KNOWN)


def test_only_the_code_of_the_exercise_is_left() -> None:
    """No comments, no docstrings, no strings but the lesson's own, no other functions."""
    assert shown(SIGNED) == (
        "def square(self):\n"
        '    out = Value(self.data * 2, (self,), "square")\n'
        '    print("…", f"{self.data}…")\n'
        "    return out"
    )


@pytest.mark.parametrize(
    "line",
    [
        "ada_grad = 1",
        "gradOfAda = 1",
        "LOVELACE = 1",
        "by_lovelaces_friend = 1",
        "x = grace.grad",
        "hopperGrad = 2",
        "gracehopper = 1",
        "HOPPERisWrong = 1",
        "h_op_per = 1",
        "gRace = 1",
        "𝐠𝐫𝐚𝐜𝐞 = 1",
        "jose = 1",
        "rene\u0301e = 1",
        "x王伟y = 1",
        "liwang = 1",
        "x = 11_234_567",
        f"x{'y' * 100} = 1",
    ],
)
def test_code_that_names_somebody_is_not_shown(line: str) -> None:
    """The author in any word, others of the class as a word of their own, and what is long in any word."""
    others = ["Grace Hopper", "José", "Renée", "王伟", "Wang Li"]
    names = anonymous.names_of([ADA, *(Student(f"{k}1234567", name) for k, name in enumerate(others))])
    assert not shown(f"def square(self):\n    {line}\n", names=names)


def test_code_that_no_screen_holds_is_not_shown() -> None:
    assert not shown(f"def square(self):\n    return {'1 + ' * 3000}1\n")


def test_words_of_the_lesson_are_no_names() -> None:
    """Somebody may be called Max or Value: these words give nobody away."""
    max_ = Student("max", "Max Value")
    code = "def square(self):\n    return max(Value(1), 2)"
    assert anonymous.example(code, SQUARE, max_, anonymous.names_of([max_]), KNOWN) == code


def test_what_was_handed_out_is_no_example() -> None:
    """Nor is code of others that a student left as it was."""
    both = replace(SQUARE, functions=("square", "helper"))
    changed = STUB.replace("raise NotImplementedError", "return self")
    assert shown(changed, both) == "def square(self):\n    return self"
    assert not shown(STUB, both)


def test_constants_are_shown_where_there_are_no_functions() -> None:
    """Those that the lesson has, whole: a table may take several lines."""
    known = Known.of(["Y_HAT = 1\nBEHAVIOUR = {}\n"], {})
    code = "Y_HAT = 5  # Ada\nMINE = 7\nBEHAVIOUR = {\n    1: 2,  # Ada\n}\nprint(Y_HAT)\n"
    found = anonymous.example(code, LESSON.exercise("by_hand"), ADA, (), known)
    assert found == "Y_HAT = 5\nBEHAVIOUR = {\n    1: 2,\n}"


@fuzz(60)
@given(hostile_text(), st.sampled_from(["# {}", '"""{}"""', "x = '{}'", "def square(self):\n    {}", "{}"]))
def test_no_text_breaks_the_wall(said: str, where: str) -> None:
    """Whatever a file holds, the page has its own tags only, and looking at it ends well."""
    code = f"def square(self):\n    return 1\n{where.format(said)}\n"
    assert isinstance(shown(code), str)
    plain, made = (
        Page(wall(lambda _, c=c: {"engine.py": c})) for c in ("def square(self):\n    return 1", code)
    )
    assert {tag for tag, _ in made.tags} == {tag for tag, _ in plain.tags} | (
        {"pre"} & {tag for tag, _ in made.tags}
    )


def wall(code_of: object, *names: str) -> str:
    grades = [replace(half_done(), student=Student(n, n)) for n in names or ("Kim", "Lee")]
    return report.wall_page(grades, LESSON, code_of)  # type: ignore[arg-type]


def test_the_page_shows_an_example_of_each_frequent_mistake_and_no_name() -> None:
    """With how many make it, what is wrong, and a question; nobody is linked."""

    def code_of(grade: Grade) -> dict[str, str]:
        return {"engine.py": f"def square(self):\n    # by {grade.student.name}\n    return self.data * 2\n"}

    page = Page(wall(code_of, "Kim", "Lee", "Pat"))
    assert page.has("3 students") and page.has("return self.data * 2")
    assert page.has("square seems to pass back x instead of 2·x.") and page.has(
        "What is the derivative of x²"
    )
    assert not page.all("a") and not any(name in page.text for name in ("Kim", "Lee", "Pat"))


def test_a_mistake_of_one_student_is_not_put_on_the_wall() -> None:
    """It would point at somebody."""
    assert Page(wall(lambda _: {}, "Kim")).has("No mistake was made by two students or more.")


def test_code_that_is_gone_leaves_the_mistake() -> None:
    """An older report holds no files."""
    page = Page(wall(lambda _: {}))
    assert page.has("2 students") and not page.all("pre")


def test_the_lessons_own_code_is_read_where_it_lies(tmp_path: Path) -> None:
    """A kit without solutions shows examples all the same."""
    lesson = replace(LESSON, root=tmp_path)
    grades = [half_done("Kim"), half_done("Lee")]
    assert "return 7" in report.wall_page(
        grades, lesson, lambda _: {"engine.py": "def square(self):\n    return 7"}
    )
