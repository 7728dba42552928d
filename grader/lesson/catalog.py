"""`exercises/<lesson>/lesson.toml` → `Lesson`: reads the catalog and says exactly what is wrong with it.

What students should not see stands beside the solutions: `solutions/<lesson>/rubrics.toml` has a text for
each question. A student's copy of the kit has none, and needs none.
"""

import hashlib
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from grader.errors import KitError
from grader.lesson.fields import Fields
from grader.model import Exercise, Hint, Lesson, Limits, Milestone, Question

_parsed = lru_cache(maxsize=16)(tomllib.loads)  # several parts of a run ask; nobody changes what they get
RUBRICS = "rubrics.toml"  # beside the solutions
SHARED = "lessons"  # the folder beside the suites that several of them use
KIT = "kit"  # the folder of a course that holds what students do not get: solutions and wrong models


def find_root(start: Path) -> Path:
    """The nearest folder at or above `start` that holds exercises/ and tests/; KitError if none does."""
    for folder in (start.resolve(), *start.resolve().parents):
        if (folder / "exercises").is_dir() and (folder / "tests").is_dir():
            return folder
    raise KitError(
        f"no kit found at or above {start}",
        "run the command in the folder that holds exercises/ and tests/, or name it with --kit",
    )


def lesson_names(root: Path) -> tuple[str, ...]:
    """The name of every lesson of the kit at `root`, in the order of the course."""
    found = ((_session(path), path.parent.name) for path in (root / "exercises").glob("*/lesson.toml"))
    return tuple(name for _, name in sorted(found))


def own_files(lessons: Sequence[Lesson]) -> dict[str, frozenset[str]]:
    """By lesson, the files that no other lesson asks for: they tell which lesson a folder is of."""
    asked = Counter(file for lesson in lessons for file in lesson.files)
    return {lesson.name: frozenset(f for f in lesson.files if asked[f] == 1) for lesson in lessons}


def _session(path: Path) -> int:
    """Which lesson of the course it is. What is wrong with a catalog is told by whoever loads it."""
    try:
        number = (_table(path) or {}).get("session", 1)
    except KitError:
        return 1
    return number if type(number) is int else 1


def load(root: Path, name: str) -> Lesson:
    """The lesson `name` of the kit at `root`; KitError when its catalog is missing or wrong."""
    path = root / "exercises" / name / "lesson.toml"
    table = _table(path)
    if table is None:
        known = ", ".join(lesson_names(root)) or "none"
        raise KitError(f"no lesson named {name!r} in {root / 'exercises'}", f"lessons there: {known}")
    lesson = _Reader(path, table).lesson(root, name)
    _check_references(path, lesson)
    return replace(lesson, questions=tuple(_with_rubrics(lesson)))


def _table(path: Path) -> dict[str, Any] | None:
    """The content of a TOML file of ours; None when there is no such file."""
    try:
        return _parsed(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise KitError(f"{path} cannot be read: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KitError(f"{path} is not valid TOML: {error}") from None


def _with_rubrics(lesson: Lesson) -> Iterator[Question]:
    path = lesson.solutions / RUBRICS
    reader = _Reader(path, _table(path) or {})
    reader.only(reader.table, [question.name for question in lesson.questions], "the rubrics")
    for question in lesson.questions:
        known = question.name in reader.table
        yield replace(
            question, rubric=reader.text(reader.table, question.name, "the rubrics") if known else ""
        )


def missing_rubrics(lesson: Lesson) -> list[str]:
    """A sentence for each written question that nobody could mark alike."""
    where = f"solutions/{lesson.name}/{RUBRICS}"
    missing = (question.name for question in lesson.questions if not question.rubric)
    return [f'{where} says nothing of question `{name}`; write {name} = "…" there' for name in missing]


def require_rubrics(lesson: Lesson) -> None:
    """KitError unless every written question has a rubric: whoever marks should have it at hand."""
    if missing := missing_rubrics(lesson):
        raise KitError(*missing[0].split("; "))


def digest(lesson: Lesson) -> str:
    """The digest "sha256:…" over the lesson's catalog, suite and solutions: what a grade depends on.

    Rubrics are no part of it: they are for people, and a better word in one is no reason to grade again.
    """
    total = hashlib.sha256()
    for path in _graded_files(lesson):
        total.update(f"{path.relative_to(lesson.root).as_posix()}\0".encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return f"sha256:{total.hexdigest()}"


def _graded_files(lesson: Lesson) -> Iterator[Path]:
    for folder in (lesson.suite, lesson.solutions, lesson.stubs):
        found = sorted(p for p in folder.rglob("*") if p.suffix in {".py", ".md", ".toml"} and p.is_file())
        yield from (path for path in found if path != lesson.solutions / RUBRICS)
    yield from shared_files(lesson)


def shared_files(lesson: Lesson) -> list[Path]:
    """What the suites of several lessons are made of; a kit of one small lesson may have nothing of it."""
    return sorted((lesson.suite.parent / SHARED).glob("*.py"))


_QUESTION = ("name", "title", "prompt", "points")
_LESSON = (
    *("title", "minutes", "session", "written_file", "beside", "order", "limits"),
    *("exercise", "question", "milestone"),
)


def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind))


class _Reader(Fields):
    """Takes a lesson out of its catalog."""

    def lesson(self, root: Path, name: str) -> Lesson:
        self.only(self.table, _LESSON, "the lesson")
        self.require_minutes()
        return Lesson(
            name=name,
            title=self.text(self.table, "title", "the lesson"),
            session=self.session(),
            beside=self.texts(self.table, "beside", "the lesson"),
            root=root,
            exercises=tuple(self.exercise(t) for t in self.tables("exercise")),
            written_file=self.text(self.table, "written_file", "the lesson"),
            questions=tuple(self.question(t) for t in self.tables("question")),
            milestones=tuple(self.milestone(t) for t in self.tables("milestone")),
            order=self.texts(self.table, "order", "the lesson"),
            limits=self.limits(),
        )

    def exercise(self, table: Mapping[str, Any]) -> Exercise:
        name = self.text(table, "name", "an [[exercise]]")
        where = f"exercise {name!r}"
        self.only(table, _names(Exercise), where)
        return Exercise(
            name=name,
            title=self.text(table, "title", where),
            file=self.text(table, "file", where),
            points=self.points(table, where),
            hints=self.hints(table, where),
            needs=self.texts(table, "needs", where),
            functions=self.texts(table, "functions", where),
            understood=self.text(table, "understood", where) if "understood" in table else "",
            counts=self.counts(table, where),
        )

    def hints(self, table: Mapping[str, Any], where: str) -> tuple[Hint, ...]:
        """Each is a text, or a table with a text and the checks for which it is of use."""
        given = table.get("hints", [])
        if not isinstance(given, list):
            raise self.wrong(where, "hints", "a list of texts", given)
        return tuple(self.hint(h if isinstance(h, dict) else {"text": h}, f"{where}: hints") for h in given)

    def hint(self, table: Mapping[str, Any], where: str) -> Hint:
        self.only(table, _names(Hint), where)
        return Hint(self.text(table, "text", where), self.texts(table, "checks", where))

    def question(self, table: Mapping[str, Any]) -> Question:
        name = self.text(table, "name", "a [[question]]")
        where = f"question {name!r}"
        if "rubric" in table:
            trouble = f"{self.path}: {where}: its rubric stands where students read"
            raise KitError(trouble, f"move it to solutions/{self.path.parent.name}/{RUBRICS}, as {name} = …")
        self.only(table, _QUESTION, where)
        return Question(
            name=name,
            title=self.text(table, "title", where),
            prompt=self.text(table, "prompt", where) if "prompt" in table else "",
            points=self.positive(table, "points", where),
        )

    def milestone(self, table: Mapping[str, Any]) -> Milestone:
        name = self.text(table, "name", "a [[milestone]]")
        where = f"milestone {name!r}"
        self.only(table, _names(Milestone), where)
        return Milestone(
            name=name,
            title=self.text(table, "title", where),
            checks=self.texts(table, "checks", where),
            question=table.get("question"),
        )

    def limits(self) -> Limits:
        table = self.table.get("limits", {})
        if not isinstance(table, dict):
            raise self.wrong("the lesson", "limits", "a table headed [limits]", table)
        self.only(table, _names(Limits), "[limits]")
        for name in table:
            self.positive(table, name, "[limits]")
        return Limits(**table)

    def session(self) -> int:
        number = self.table.get("session", 1)
        if type(number) is not int or number < 1:
            raise self.wrong("the lesson", "session", "a whole number from 1 on", number)
        return number

    def require_minutes(self) -> None:
        """How long the session takes is for people who plan it; whatever stands there can be relied on."""
        match self.table.get("minutes"):
            case [int(low), int(high)] if 0 < low <= high:
                return
            case other:
                raise self.wrong("the lesson", "minutes", "two whole numbers, e.g. [75, 90]", other)

    def points(self, table: Mapping[str, Any], where: str) -> float:
        """The points of an exercise; 0 for what is given, or does not count."""
        zero = type(table.get("points")) in (int, float) and table["points"] == 0
        return 0.0 if zero else self.positive(table, "points", where)

    def counts(self, table: Mapping[str, Any], where: str) -> bool:
        """False of an exercise that a course has dropped; it says so beside its 0 points."""
        value = table.get("counts", True)
        if type(value) is not bool or (not value and table["points"]):
            raise self.wrong(where, "counts", "true, or false where points are 0", value)
        return value


def _check_references(path: Path, lesson: Lesson) -> None:
    """Names that must be unique are, and every name that is referred to exists."""
    exercises = [e.name for e in lesson.exercises]
    questions = [q.name for q in lesson.questions]
    for kind, names in (("exercise", exercises), ("question", questions)):
        for name in sorted({n for n in names if names.count(n) > 1}):
            raise KitError(f"{path}: two {kind}s are named {name!r}; give each its own name")
    if all(exercise.given for exercise in lesson.exercises):
        raise KitError(f"{path}: no [[exercise]] has points; a lesson has at least one that has")
    for index, exercise in enumerate(lesson.exercises):
        for need in exercise.needs:
            if need not in exercises[:index]:
                raise KitError(f"{path}: {exercise.name!r} needs {need!r}, which is no earlier exercise")
    for part in lesson.order:
        if part.partition("::")[0] not in exercises:
            raise KitError(f"{path}: the lesson: order names unknown exercise {part!r}")
    for milestone in lesson.milestones:
        if milestone.question is not None and milestone.question not in questions:
            raise KitError(f"{path}: {milestone.name!r} asks for unknown question {milestone.question!r}")
        for check in milestone.checks:
            if check.partition("::")[0] not in exercises:
                raise KitError(f"{path}: {milestone.name!r} asks for unknown check {check!r}")
