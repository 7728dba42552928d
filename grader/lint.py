"""Do a lesson's parts fit together? Each problem is one sentence: where, what, and what to do next.

The catalog itself is checked as it is loaded; here it meets the stubs, the solutions and the suites.
"""

import fnmatch
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from grader.checking import diagnosis
from grader.checking.wholeness import require_whole
from grader.errors import KitError
from grader.grading import session
from grader.lesson import catalog, notebook, stubs
from grader.model import CheckResult, ExerciseResult, Grade, Lesson, Student, Submission

Checks = Mapping[str, Mapping[str, float]]  # exercise → check → weight


def problems(lesson: Lesson, *, confined: bool = True) -> list[str]:
    """All problems that have to be solved before the lesson is handed out; empty if there are none."""
    found = [*_hints(lesson), *catalog.missing_rubrics(lesson), *_drift(lesson)] or _notebook(lesson)
    try:
        checks = session.bench(lesson).suites.weights.get(lesson.name, {})
    except KitError as error:
        return [*found, _sentence(error)]
    found += [*_suites(lesson, checks), *_orphans(lesson), *_milestones(lesson, checks)]
    found += _unknown_checks(lesson, checks)
    try:
        require_whole(lesson)
        found += _studies(lesson, checks)
        found += _stub(lesson, session.grade(lesson, _handed_in(lesson, lesson.stubs), confined=confined))
        solved = session.grade(lesson, _handed_in(lesson, lesson.solutions), confined=confined)
        return [*found, *_solution(lesson, solved)]
    except KitError as error:
        told = _sentence(error)
        return found if any(told.partition(";")[0] in problem for problem in found) else [*found, told]


# --- texts and files ---------------------------------------------------------------------------


def _hints(lesson: Lesson) -> Iterator[str]:
    for exercise in lesson.exercises:
        if not exercise.hints:
            yield f"{_catalog(lesson)}: exercise `{exercise.name}` has no hint; write one in `hints`"


def _unknown_checks(lesson: Lesson, checks: Checks) -> Iterator[str]:
    """What the order and the hints of a lesson name has to be a check."""
    for part in lesson.order:
        exercise, _, check = part.partition("::")
        if check and check not in _plain(checks.get(exercise, {})):
            where = f"tests/{lesson.name}/test_{exercise}.py"
            yield f"{_catalog(lesson)}: the order names `{part}`, which is no check; take a name from {where}"
    for owner in lesson.exercises:
        known = _plain(checks.get(owner.name, {}))
        for name in sorted({name for hint in owner.hints for name in hint.checks}):
            if not fnmatch.filter(known, name):
                where = f"{_catalog(lesson)}: a hint of `{owner.name}` is for `{name}`"
                yield f"{where}, which is no check; take a name from tests/{lesson.name}/test_{owner.name}.py"


def _plain(names: Iterable[str]) -> set[str]:
    """The names of checks, of those with parameters without these."""
    return {name.partition("[")[0] for name in names}


def _drift(lesson: Lesson) -> list[str]:
    try:
        return stubs.drift(lesson)
    except KitError as error:
        return [_sentence(error)]


def _notebook(lesson: Lesson) -> list[str]:
    try:
        notebook.dumps(lesson)
    except KitError as error:
        return [_sentence(error)]
    return []


def _suites(lesson: Lesson, checks: Checks) -> Iterator[str]:
    for exercise in lesson.exercises:
        where = f"tests/{lesson.name}/test_{exercise.name}.py"
        if not (lesson.suite / f"test_{exercise.name}.py").is_file():
            yield f"{where} is missing; exercise `{exercise.name}` gets its checks from there"
        elif not sum(checks.get(exercise.name, {}).values()):
            yield f"{where} has no check that counts; write a test function in it"


def _orphans(lesson: Lesson) -> Iterator[str]:
    names = {exercise.name for exercise in lesson.exercises} | {Path(lesson.written_file).stem}
    for path in sorted(lesson.suite.glob("test_*.py")):
        name = path.stem.removeprefix("test_")
        if name not in names:
            yield (
                f"tests/{lesson.name}/{path.name} belongs to no exercise, so its checks count for nothing; "
                f"name an exercise `{name}` in {_catalog(lesson)}, or rename the file"
            )


def _milestones(lesson: Lesson, checks: Checks) -> Iterator[str]:
    # A parametrised check is named without its parameters.
    known = {f"{exercise}::{check.partition('[')[0]}" for exercise in checks for check in checks[exercise]}
    for milestone in lesson.milestones:
        for name in milestone.checks:
            if name not in known:
                exercise = name.partition("::")[0]
                yield (
                    f"{_catalog(lesson)}: milestone `{milestone.name}` asks for `{name}`, which is no check; "
                    f"take a name from tests/{lesson.name}/test_{exercise}.py"
                )


def _studies(lesson: Lesson, checks: Checks) -> Iterator[str]:
    studies = diagnosis.studies(lesson)
    for study in studies:
        where = f"tests/{lesson.name}/misconceptions: the study of `{study.about}`"
        known = checks.get(study.exercise, {})
        for name in sorted({*study.checks} - _plain(known) - known.keys()):
            yield (
                f"{where} names `{name}`, which is no check; take a name from "
                f"tests/{lesson.name}/test_{study.exercise}.py"
            )
        others = {s.about for s in studies if s.exercise == study.exercise} - {study.about}
        if others and not study.checks:
            yield (
                f"{where} names no checks, and `{study.exercise}` has others; write them in `checks`, or its "
                "mistakes are told with another failure"
            )


# --- what the checks say of our own files ------------------------------------------------------


def _stub(lesson: Lesson, grade: Grade) -> Iterator[str]:
    folder = f"exercises/{lesson.name}"
    if grade.status != "graded":
        yield f"{folder} could not be graded: {grade.reason}"
    for result in grade.exercises:
        if result.points:
            passing = _names(check for check in result.checks if check.status == "passed")
            yield (
                f"{folder}/{result.file}: the stub of `{result.name}` scores {_share(result)} because "
                f"of {passing}; let a check ask for something that the stub does not do"
            )


def _solution(lesson: Lesson, grade: Grade) -> Iterator[str]:
    folder = f"solutions/{lesson.name}"
    if grade.status != "graded":
        yield f"{folder} could not be graded: {grade.reason}"
    for result in grade.exercises:
        if result.status != "passed":
            failing = _names(check for check in result.checks if check.status != "passed")
            yield (
                f"{folder}/{result.file}: the solution of `{result.name}` scores {_share(result)} because "
                f"of {failing}; run `pytest tests/{lesson.name} --submission solutions`, and correct "
                "whichever is wrong"
            )
    for answer in grade.written:
        if answer.status == "missing":
            yield (
                f"{folder}/{lesson.written_file}: there is no answer under the heading {answer.title!r}; "
                f"write one, or give it the title that {_catalog(lesson)} has"
            )


def _handed_in(lesson: Lesson, folder: Path) -> Submission:
    """A tree of the kit's own as a submission. A missing file is told of elsewhere."""
    files = {name: (folder / name).read_bytes() for name in lesson.files if (folder / name).is_file()}
    return Submission(Student(folder.parent.name, folder.parent.name), files, "")


def _share(result: ExerciseResult) -> str:
    return f"{result.points:g} of {result.max_points:g}"


def _names(checks: Iterator[CheckResult]) -> str:
    return ", ".join(check.name for check in checks) or "no checks"


def _catalog(lesson: Lesson) -> str:
    return f"exercises/{lesson.name}/lesson.toml"


def _sentence(error: KitError) -> str:
    return "; ".join(filter(None, (error.message, error.hint)))
