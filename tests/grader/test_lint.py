"""`grader lint` finds what keeps a kit from being handed out, and says what to do about it."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from grader import lint
from grader.checking import diagnosis
from grader.lesson import catalog
from tests.grader.batches import LESSON

FILES = {
    "pyproject.toml": (
        '[tool.pytest.ini_options]\naddopts = ["-p", "grader.checks", "--import-mode=importlib"]\n'
    ),
    "exercises/tiny/lesson.toml": """
title = "Tiny"
minutes = [1, 2]
written_file = "words.md"
[[exercise]]
name = "double"
title = "Double"
file = "work.py"
points = 3
hints = ["Add it to itself."]
[[question]]
name = "why"
title = "Why?"
points = 1
[[milestone]]
name = "doubles"
title = "You can double"
checks = ["double::test_double"]
""",
    "exercises/tiny/work.py": (
        "def double(x):\n    # TODO: twice x.\n    raise NotImplementedError('double')\n"
    ),
    "exercises/tiny/words.md": "# Why?\n\n_TODO: say why._\n",
    "solutions/tiny/work.py": (
        "def double(x):\n    # >>> solution\n    # TODO: twice x.\n    return x + x\n"
        "    # <<< stub: raise NotImplementedError('double')\n"
    ),
    "solutions/tiny/words.md": (
        "# Why?\n\n<!-- >>> solution -->\nBecause we can.\n<!-- <<< stub: _TODO: say why._ -->\n"
    ),
    "solutions/tiny/rubrics.toml": 'why = "Says why."\n',
    "tests/tiny/test_double.py": (
        "def test_double(submission):\n"
        '    """Twice three is six."""\n'
        '    assert submission.module("work").double(3) == 6\n'
    ),
}


@pytest.fixture
def problems(tmp_path: Path) -> Iterator[Callable[..., list[str]]]:
    """Lint a small kit in which some files have other contents; None leaves a file out."""

    def lint_with(changed: dict[str, str | None]) -> list[str]:
        for name, content in (FILES | changed).items():
            if content is not None:
                (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
                (tmp_path / name).write_text(content)
        return lint.problems(catalog.load(tmp_path, "tiny"))

    yield lint_with
    # The next kit has suites of the same names, and pytest imports a name once.
    for name in [name for name in sys.modules if "tiny" in name]:
        del sys.modules[name]


def edited(name: str, old: str, new: str) -> dict[str, str | None]:
    assert old in FILES[name]
    return {name: FILES[name].replace(old, new)}


def test_this_kit_has_no_problems() -> None:
    """Lesson 1 can be handed out: stubs score zero, solutions full, and all parts are there."""
    assert lint.problems(LESSON) == []


def test_a_sound_kit_has_no_problems(problems: Callable[..., list[str]]) -> None:
    """The small kit that the other tests break is sound."""
    assert problems({}) == []


CATALOG = "exercises/tiny/lesson.toml"
STUB, SOLUTION, WORDS = "exercises/tiny/work.py", "solutions/tiny/work.py", "solutions/tiny/words.md"
RUBRICS = "solutions/tiny/rubrics.toml"
SUITE, OTHER = "tests/tiny/test_double.py", "tests/tiny/test_other.py"

BROKEN = {
    "no hint": (edited(CATALOG, '"Add it to itself."', ""), "has no hint"),
    "no rubrics": ({RUBRICS: None}, "solutions/tiny/rubrics.toml says nothing of question `why`"),
    "no suite": ({SUITE: None, OTHER: "def test(): pass\n"}, "test_double.py is missing"),
    "no check": ({SUITE: "x = 1\n", OTHER: "def test(): pass\n"}, "has no check that counts"),
    "no check at all": ({SUITE: "x = 1\n"}, "cannot be collected"),
    "orphan suite": ({OTHER: "def test(): pass\n"}, "test_other.py belongs to no exercise"),
    "no such check": (edited(CATALOG, "::test_double", "::test_twice"), "`double::test_twice`, which is no"),
    "no such part": (
        edited(CATALOG, "minutes", 'order = ["double::test_twice"]\nminutes'),
        "the order names `double::test_twice`, which is no check",
    ),
    "a hint for nothing": (
        edited(CATALOG, '"Add it to itself."', '{ text = "Add.", checks = ["test_twice_*"] }'),
        "a hint of `double` is for `test_twice_*`, which is no check",
    ),
    "stub passes": (edited(STUB, "raise NotImplementedError('double')", "return 2 * x"), "because of test_"),
    "stub drifts": (edited(STUB, "twice x", "two times x"), "work.py:2 is not what its solution makes"),
    "no answer": (edited(WORDS, "# Why?", "# When?"), "no answer under the heading 'Why?'"),
    "solution fails": (edited(SOLUTION, "x + x", "x * x"), "because of test_double; run"),
    "solution missing": ({SOLUTION: None}, "solutions/tiny/work.py is missing"),
    "suite breaks": ({SUITE: "import nothing_like_that\n"}, "cannot be collected"),
    "no region": (edited(SOLUTION, ">>> solution", "solution"), "solutions/tiny/work.py"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_named(name: str, problems: Callable[..., list[str]]) -> None:
    """Each fault is found, and the sentence says what to do next."""
    changed, said = BROKEN[name]
    found = [problem for problem in problems(changed) if said in problem]
    assert len(found) == 1
    assert ";" in found[0]


def test_a_study_names_checks_that_there_are() -> None:
    """A slip in the name of a check would show another failure than the one that the mistake explains."""
    found = [*lint._studies(LESSON, {})]
    assert found[0].startswith(
        "tests/first_loop/misconceptions: the study of `Y_HAT` names `test_prediction`"
    )
    assert all("which is no check; take a name from" in problem for problem in found)


def test_studies_of_several_things_say_which_checks_are_theirs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a mistake in one answer is told with the failure of another."""
    known = [replace(s, checks=()) if s.about == "LOSS" else s for s in diagnosis.studies(LESSON)]
    checks = {study.exercise: dict.fromkeys(study.checks, 1.0) for study in known}
    monkeypatch.setattr(diagnosis, "studies", lambda _: known)
    (found,) = [p for p in lint._studies(LESSON, checks) if "names no checks" in p]
    assert found.startswith("tests/first_loop/misconceptions: the study of `LOSS` names no checks")


def test_a_lesson_makes_a_notebook(problems: Callable[..., list[str]]) -> None:
    """A place in lesson.md that names no cell would break the lesson's notebook."""
    (found,) = problems({"exercises/tiny/lesson.md": "# Tiny\n\n<!-- cells: work-duoble -->\n"})
    assert "'work-duoble' in a comment `cells:` names no cell" in found and "work-double" in found
