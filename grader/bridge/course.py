"""The nbgrader course folder of a lesson.

    COURSE/
      nbgrader_config.py         written once; an instructor may change it
      source/first_loop/         first_loop.ipynb, and what its checks need: the catalog and the suite
      kit/                       solutions and wrong models, for fair points; nbgrader hands out none of it

nbgrader copies the files beside a notebook to students and, fresh from here, to every graded submission.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from grader.errors import UsageError
from grader.lesson import notebook
from grader.lesson.catalog import KIT, require_rubrics, shared_files
from grader.lesson.cells import code_files
from grader.model import Lesson

COURSE_ID = "learning-loop"  # nbgrader's databases want one; instructors may choose another
_CONFIG = '''\
"""How nbgrader works with the Learning Loop kit. This file is yours: it is not written again."""

from nbgrader.converters import GenerateAssignment

from grader.nbgrader_plugins import with_todo_stubs

c = get_config()  # noqa: F821  nbgrader brings it
c.CourseDirectory.course_id = "{course_id}"
# Students get the lesson's own TODO stubs.
c.GenerateAssignment.preprocessors = with_todo_stubs(GenerateAssignment)
# Rubrics stand beside the questions: graders see them, students do not.
c.ClearMarkScheme.enforce_metadata = False
# A check cell that somebody deleted comes back before grading.
c.OverwriteCells.add_missing_cells = True
# A submission that could not be graded has no score, which is not the same as 0.
c.ExportApp.plugin_class = "grader.nbgrader_plugins.Grades"
'''


def write(lesson: Lesson, folder: Path, recorded: Mapping[str, bytes] | None = None) -> list[Path]:
    """Write the lesson's course folder and return what changed in it: nothing when it is up to date.

    `recorded` are files by which notebooks of students name mistakes, without the code of wrong models.
    KitError when the lesson lacks a part that a course needs.
    """
    require_rubrics(lesson)
    changed = [path for path, content in _files(lesson, folder, recorded or {}) if _put(path, content)]
    config = folder / "nbgrader_config.py"
    if not config.exists() and _put(config, _CONFIG.format(course_id=COURSE_ID).encode()):
        changed.append(config)
    return changed


def _files(lesson: Lesson, folder: Path, recorded: Mapping[str, bytes]) -> Iterator[tuple[Path, bytes]]:
    source = folder / "source" / lesson.name
    yield source / f"{lesson.name}.ipynb", notebook.dumps(lesson)
    catalog = lesson.stubs / "lesson.toml"
    suite = [lesson.suite.parent / "__init__.py", *sorted(lesson.suite.glob("*.py"))]
    for path in (catalog, *suite, *shared_files(lesson), *_in_folders(lesson)):
        yield source / path.relative_to(lesson.root), path.read_bytes()
    for path in (*_pictures(lesson), *(lesson.stubs / name for name in lesson.beside)):
        yield source / path.relative_to(lesson.stubs), path.read_bytes()
    for file in code_files(lesson):  # to see what was changed of it
        handed_out = source / "tests" / lesson.name / "handed_out" / file
        yield handed_out, (lesson.handed_out / file).read_bytes()
    for name, content in recorded.items():
        yield source / name, content
    kept = [lesson.solutions / file for file in code_files(lesson)]
    for path in (*kept, *sorted(p for p in lesson.suite.rglob("*") if p.suffix in (".py", ".toml"))):
        yield folder / KIT / path.relative_to(lesson.root), path.read_bytes()


def _in_folders(lesson: Lesson) -> list[Path]:
    """What a lesson hands out beside its own files, for students to look at and not to hand in."""
    return sorted(path for path in lesson.stubs.glob("*/*") if path.suffix in (".py", ".md"))


def _pictures(lesson: Lesson) -> Iterator[Path]:
    for suffix in (".svg", ".png", ".jpg"):
        yield from sorted(lesson.stubs.rglob(f"*{suffix}"))


def _put(path: Path, content: bytes) -> bool:
    """Write `content` unless it is there already; says whether it was written."""
    try:
        if path.is_file() and path.read_bytes() == content:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        trouble = f"{path} could not be written: {error.strerror}"
        raise UsageError(trouble, "choose another folder with --out") from None
    return True
