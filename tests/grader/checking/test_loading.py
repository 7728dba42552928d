"""`loading` takes a package from its folder, and leaves `sys.path` alone."""

import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from grader.checking.loading import beside_suite

MODELS = "from tests.NAME import sums\nfrom tests.NAME.extras.more import HALF\n\nFOUND = sums.ONE + HALF\n"


@pytest.fixture
def lesson(kit):
    """A lesson whose suite has a package that imports from beside it and from itself."""
    made = kit({"tests/NAME/sums.py": "ONE = 1\n", "tests/NAME/extras/more.py": "HALF = 0.5\n"})
    (made.suite / "extras" / "__init__.py").write_text(MODELS.replace("NAME", made.name))
    yield made
    for name in [name for name in sys.modules if name.startswith(f"tests.{made.name}")]:
        del sys.modules[name]


def test_a_package_finds_what_lies_beside_it(lesson):
    before = [*sys.path]
    found = beside_suite(lesson, "extras")
    assert (found.__name__, found.FOUND) == (f"tests.{lesson.name}.extras", 1.5)
    assert sys.path == before


def test_a_package_is_loaded_once(lesson):
    assert beside_suite(lesson, "extras") is beside_suite(lesson, "extras")


def test_a_package_of_another_folder_takes_the_place_of_an_earlier_one(lesson):
    """In a course, the same name stands for what students got, and for what instructors have."""
    before = beside_suite(lesson, "extras")
    kit = Path(shutil.copytree(lesson.root, lesson.root / "kit"))
    (kit / "tests" / lesson.name / "extras" / "more.py").write_text("HALF = 0.25\n")
    found = beside_suite(replace(lesson, root=kit), "extras")
    assert (before.FOUND, found.FOUND) == (1.5, 1.25)
    assert sys.modules[f"tests.{lesson.name}"].extras is found


def test_a_package_that_fails_is_not_half_there(lesson):
    (lesson.suite / "extras" / "more.py").write_text("1 / 0\n")
    with pytest.raises(ZeroDivisionError):
        beside_suite(lesson, "extras")
    assert f"tests.{lesson.name}.extras" not in sys.modules
