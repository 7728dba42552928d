"""What tests of the grader are made of: submissions to lesson 1, and small kits of their own."""

import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from grader.box.confine import missing_protections
from grader.doors.direct import DirectDoor
from grader.lesson import catalog
from grader.model import Lesson, Student, Submission
from tests.grader import kits
from tests.grader.student_runs import Run
from tests.grader.warm_runs import Warm

ROOT = catalog.find_root(Path(__file__))
CONFINED = not missing_protections()  # where nothing can be locked in, the grader is tested all the same

Content = str | bytes | None | Callable[[str], str]


@dataclass(frozen=True)
class HandedIn:
    """One submission, as both doors take it."""

    folder: Path
    submission: Submission


@pytest.fixture(scope="session")
def lesson() -> Lesson:
    """Lesson 1, which most of the grader is tried on."""
    return catalog.load(ROOT, "first_loop")


@pytest.fixture(scope="session")
def warm_run() -> Iterator[Callable[..., Run]]:
    """`warm_run("tests/first_loop", folder=…)`: a student's `pytest`, for half of what a new Python costs."""
    with Warm() as warm:
        yield warm.run


@pytest.fixture
def submit(tmp_path: Path, lesson: Lesson) -> Callable[[Mapping[str, Content]], HandedIn]:
    """`submit({"engine.py": …})`: the solution with other content for these files.

    Content is a text or bytes, a function from the solution's text to another, or None: not handed in.
    """

    def hand_in(files: Mapping[str, Content]) -> HandedIn:
        folder = tmp_path / "handed in"
        folder.mkdir()
        for name in lesson.files:
            content = _content((lesson.solutions / name).read_text(encoding="utf-8"), files.get(name, str))
            if content is not None:
                (folder / name).write_bytes(content)
        return HandedIn(folder, read(folder, lesson))

    return hand_in


@pytest.fixture
def direct(
    submit: Callable[[Mapping[str, Content]], HandedIn], lesson: Lesson
) -> Iterator[Callable[[Mapping[str, Content]], DirectDoor]]:
    """`direct({"engine.py": …})`: the direct door to such a submission, with a check begun.

    It imports into this very process; afterwards its modules and its finder are gone again.
    """
    finders, modules = list(sys.meta_path), set(sys.modules)

    def open_door(files: Mapping[str, Content]) -> DirectDoor:
        door = DirectDoor(lesson, submit(files).folder)
        door.begin("square", ())
        return door

    yield open_door
    sys.meta_path[:] = finders
    for name in set(sys.modules) - modules:
        del sys.modules[name]


def _content(solution: str, wanted: Content) -> bytes | None:
    text = wanted(solution) if callable(wanted) else wanted
    return text.encode() if isinstance(text, str) else text


def read(folder: Path, lesson: Lesson) -> Submission:
    """The lesson's files in `folder`, as they are."""
    files = {name: (folder / name).read_bytes() for name in lesson.files if (folder / name).exists()}
    return Submission(Student("ada", "Ada"), files, "sha256:ada")


@pytest.fixture
def kit(tmp_path: Path) -> Callable[..., Lesson]:
    """`kit({"tests/NAME/test_double.py": …})`: see `kits.small`."""

    return partial(kits.small, tmp_path / "kit")


@pytest.fixture(autouse=True, scope="session")
def _ctrl_c_is_heard():
    """Shells start what runs in the background without an ear for Ctrl-C, and children inherit that."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def _this_kit_first():
    """Child processes import `tests` from this kit, even after a test that had another kit in use."""
    here = str(Path(__file__).parents[2])
    if sys.path[0] != here:
        sys.path.insert(0, here)
