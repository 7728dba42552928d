"""Small kits: one lesson of two exercises, which a new process can grade in a fraction of lesson 1's time."""

import itertools
from collections.abc import Mapping
from pathlib import Path

from grader.lesson import catalog
from grader.model import Lesson

CATALOG = """\
title = "A small lesson"
minutes = [5, 10]
written_file = "words.md"

[[exercise]]
name = "double"
title = "Twice a number"
file = "sums.py"
points = 6
hints = ["Add it to itself.", "x + x"]

[[exercise]]
name = "quadruple"
title = "Twice twice"
file = "sums.py"
points = 4
needs = ["double"]
hints = ["Use what you have."]

[[question]]
name = "why"
title = "Why?"
points = 1
"""
SUMS = "def double(x):\n    return x + x\n\n\ndef quadruple(x):\n    return double(double(x))\n"
_DOUBLE = '''\
from grader.checks import close


def test_double(submission):
    """Twice a number is the number added to itself."""
    assert submission.module("sums").double(3) == close(6), "double(3)"
'''
_QUADRUPLE = '''\
from grader.checks import close


def test_quadruple(submission):
    """Four times a number is twice its double."""
    assert submission.module("sums").quadruple(3) == close(12), "quadruple(3)"
'''
_INI = '[tool.pytest.ini_options]\naddopts = ["-p", "grader.checks", "--import-mode=importlib"]\n'
_numbers = itertools.count()


def small(root: Path, files: Mapping[str, str | None] | None = None) -> Lesson:
    """A kit in `root` with one small lesson and these files; None leaves a file out.

    NAME stands for the lesson's name, which is another in every kit: pytest remembers modules by name.
    """
    name = f"small_{next(_numbers)}"
    usual = {
        "pyproject.toml": _INI,
        "exercises/NAME/lesson.toml": CATALOG,
        "exercises/NAME/words.md": "# Words\n\n## Why?\n\n_TODO_\n",
        "solutions/NAME/sums.py": SUMS,
        "solutions/NAME/rubrics.toml": 'why = "Because."\n',
        "tests/NAME/test_double.py": _DOUBLE,
    }
    for path, text in {**usual, **(files or {})}.items():
        if text is not None:
            (root / path.replace("NAME", name)).parent.mkdir(parents=True, exist_ok=True)
            (root / path.replace("NAME", name)).write_text(text, encoding="utf-8")
    return catalog.load(root, name)


def whole(root: Path) -> Lesson:
    """A kit in `root` with one small lesson that lacks nothing, so that `grader grade` takes it."""
    files = {
        "solutions/NAME/words.md": "# Words\n\n## Why?\n\nBecause.\n",
        "tests/NAME/test_quadruple.py": _QUADRUPLE,
    }
    return small(root, files)
