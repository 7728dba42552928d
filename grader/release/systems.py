"""What other systems take: an autograder for Gradescope or classroom50, and the course folder of nbgrader.

These are for the teacher's side, so they hold what grading needs, solutions too, but no rubric. What nbgrader
hands on to students is looked at as a repository is.
"""

import io
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from grader.bridge import course
from grader.lesson.catalog import RUBRICS
from grader.model import Lesson
from grader.release.contents import TEMPLATES
from grader.release.needed import Sources

_HOME = Path(__file__).parents[2]
_SUFFIXES = (".py", ".md", ".toml", ".svg", ".png", ".jpg", ".j2", ".css", ".typed", ".ipynb")
_TIME = (2026, 1, 1, 0, 0, 0)  # of every member of a zip, so that the same files give the same bytes


def gradescope(lesson: Lesson) -> Sources:
    """The members of an autograder's zip."""
    return {
        "setup.sh": _template("setup.sh", lesson),
        "run_autograder": _template("run_autograder", lesson),
        **_below("kit", _kit([lesson])),
    }


def classroom50(lesson: Lesson) -> Sources:
    """A bundle, which anybody can read, and beside it the kit, which is for the teacher alone."""
    bundle = {"autograder.py": _template("autograder.py.txt", lesson)}
    return {**_below(f"autograders/{lesson.name}", bundle), **_below("kit", _kit([lesson]))}


def nbgrader(lessons: Sequence[Lesson]) -> Sources:
    """The files of the course folder, as `grader notebook` writes them."""
    with tempfile.TemporaryDirectory() as place:
        for lesson in lessons:
            course.write(lesson, Path(place))
        return dict(_files(Path(place), ""))


def zipped(files: Sources) -> bytes:
    """The files as a zip; scripts can be run."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            member = zipfile.ZipInfo(name, _TIME)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3
            member.external_attr = (0o755 if name in ("setup.sh", "run_autograder") else 0o644) << 16
            archive.writestr(member, content)
    return packed.getvalue()


def _template(name: str, lesson: Lesson) -> bytes:
    return (TEMPLATES / name).read_text(encoding="utf-8").replace("{lesson}", lesson.name).encode()


def _below(folder: str, files: Sources) -> Sources:
    return {f"{folder}/{name}": content for name, content in files.items()}


def _kit(lessons: Iterable[Lesson]) -> Sources:
    """All that grading these lessons needs, without rubrics and without the kit's own tests."""
    lessons = list(lessons)
    root = lessons[0].root
    found = dict(_files(_HOME / "grader", "grader/"))
    for lesson in lessons:
        for folder in (lesson.stubs, lesson.suite, lesson.solutions):
            found |= dict(_files(folder, f"{folder.relative_to(root).as_posix()}/"))
        found |= dict(_files(root / "tests" / "lessons", "tests/lessons/"))
    for name in ("pyproject.toml", "constraints.txt", "README.md", "tests/__init__.py"):
        if (root / name).is_file():
            found[name] = (root / name).read_bytes()
    return {name: content for name, content in found.items() if Path(name).name != RUBRICS}


def _files(folder: Path, prefix: str) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if path.is_file() and path.suffix in _SUFFIXES and "__pycache__" not in inside.parts:
            yield f"{prefix}{inside.as_posix()}", path.read_bytes()
