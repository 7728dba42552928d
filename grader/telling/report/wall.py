"""What to show a class: each frequent mistake, with one example of code that makes it, and nobody's name."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from grader.model import Exercise, Grade, Lesson
from grader.telling.report import anonymous
from grader.telling.report.anonymous import Known
from grader.telling.report.troubles import Trouble, troubles

_FEWEST = 2  # students who make a mistake that is shown
_MOST = 10  # mistakes
_LOOKED_AT = 6  # students' files for one example

CodeOf = Callable[[Grade], Mapping[str, str]]  # the files that somebody handed in, as texts by name


@dataclass(frozen=True, slots=True)
class Shown:
    """One mistake. `code` is hostile text; "" where no example can be shown."""

    exercise: Exercise
    said: str
    question: str
    students: int
    code: str


def wall(grades: Sequence[Grade], lesson: Lesson, code_of: CodeOf) -> tuple[Shown, ...]:
    """The mistakes that several students make, the most frequent first."""
    graded = [grade for grade in grades if grade.status == "graded"]
    frequent = [t for t in troubles(graded, lesson) if t.exercise and len(t.students) >= _FEWEST][:_MOST]
    if not frequent:
        return ()
    known = Known.of(_texts(lesson, lesson.solutions).values(), _texts(lesson, lesson.stubs))
    names = anonymous.names_of(grade.student for grade in grades)
    return tuple(
        Shown(t.exercise, t.cause.said, t.cause.question, len(t.students), _example(t, code_of, names, known))
        for t in frequent
        if t.exercise
    )


def _texts(lesson: Lesson, folder: Path) -> dict[str, str]:
    """The lesson's own code in one of its folders, as far as it is there."""
    paths = (folder / name for name in lesson.files if name.endswith(".py"))
    return {path.name: path.read_text(encoding="utf-8") for path in paths if path.is_file()}


def _example(trouble: Trouble, code_of: CodeOf, names: frozenset[str], known: Known) -> str:
    """The shortest of a few. Who they are follows from digests, not from the order of names."""
    exercise = trouble.exercise
    assert exercise is not None
    few = sorted(trouble.students, key=lambda grade: _drawn(grade, trouble))[:_LOOKED_AT]
    sources = ((grade.student, code_of(grade).get(exercise.file, "")) for grade in few)
    found = [anonymous.example(source, exercise, who, names, known) for who, source in sources]
    return min(filter(None, found), key=lambda code: (len(code), code), default="")


def _drawn(grade: Grade, trouble: Trouble) -> bytes:
    told = "\0".join((*trouble.cause.key, grade.student.id))
    return hashlib.sha256(told.encode("utf-8", "backslashreplace")).digest()
