"""Are the checks of a lesson good enough? Every wrong model is handed in as a submission of its own.

It is handed in again in each form that its study has, such as children kept in a set. Each time it has to
lose points in its own exercise and in no other, and has to get the right name. The right models have to lose
nothing. The report also says how many wrong models each check noticed, and which checks noticed none.
"""

import hashlib
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from grader.checking.diagnosis import studies
from grader.checking.study import Model, Study
from grader.grading import session
from grader.grading.workers import cores, pool
from grader.model import Grade, Lesson, Student, Submission


@dataclass(frozen=True, slots=True)
class Trial:
    """One model as a submission. `slugs` are the names it may get; none for a right model."""

    exercise: str
    name: str
    slugs: frozenset[str]
    submission: Submission
    form: str = ""  # of the file around it

    @property
    def title(self) -> str:
        """The name, with the form where it is another than the solution's."""
        return f"{self.name} ({self.form})" if self.form else self.name


@dataclass(frozen=True, slots=True)
class Adequacy:
    """The results of the trials. `kills`: (exercise, check) → how many wrong models the check noticed."""

    trials: int
    problems: tuple[str, ...]
    kills: dict[tuple[str, str], int]
    shared: tuple[str, ...]  # slugs that were told only by what they share with their look-alikes
    seconds: float

    @property
    def idle(self) -> tuple[tuple[str, str], ...]:
        """The checks that noticed none of the wrong models."""
        return tuple(check for check, count in self.kills.items() if not count)


def run(lesson: Lesson, *, confined: bool = True, workers: int | None = None) -> Adequacy:
    """Grade all trials of a lesson, on as many workers as there are cores unless told otherwise."""
    started = time.monotonic()
    done = list(_graded(lesson, list(trials(lesson)), confined, workers or cores()))
    checks = [(e.name, c.name) for e in done[0][1].exercises for c in e.checks] if done else []
    kills = Counter(dict.fromkeys(checks, 0))
    for trial, grade in done:
        kills.update(_noticed(trial, grade))
    return Adequacy(
        trials=len(done),
        problems=tuple(problem for trial, grade in done for problem in _problems(trial, grade)),
        kills=dict(kills),
        shared=tuple(sorted({t.name for t, g in done if t.slugs and _named(t, g) not in (None, t.name)})),
        seconds=time.monotonic() - started,
    )


def trials(lesson: Lesson) -> Iterator[Trial]:
    """Every right and every wrong model once in each form, as a submission that is right but for it."""
    seen: set[Model] = set()
    for study in studies(lesson):
        models = [(m.slug, model) for m in study.misconceptions for model in m.models]
        for name, model in [*(("", model) for model in study.right), *models]:
            if model not in seen:
                seen.add(model)
                yield _trial(lesson, study, name, model)
                for form in study.forms:
                    yield _trial(lesson, study, name, model, form)


def _trial(lesson: Lesson, study: Study, slug: str, model: Model, form: str = "") -> Trial:
    files = {name: (lesson.solutions / name).read_bytes() for name in lesson.files}
    file = lesson.exercise(study.exercise).file
    right = files[file].decode()
    around = study.forms[form](right) if form else right
    files[file] = f"{around}\n\n{study.written(model)}\n".encode()
    digest = hashlib.sha256(repr(sorted(files.items())).encode()).hexdigest()
    groups = [group.slug for s in studies(lesson) for group in s.alike if slug in group.slugs]
    name = slug or f"right {study.about}"
    student = Student(name, name)
    return Trial(
        study.exercise,
        name,
        frozenset({slug, *groups} - {""}),
        Submission(student, files, f"sha256:{digest}"),
        form,
    )


def _graded(
    lesson: Lesson, trials: list[Trial], confined: bool, workers: int
) -> Iterator[tuple[Trial, Grade]]:
    with pool(workers) as executor:
        running = [
            (t, executor.submit(session.grade, lesson, t.submission, confined=confined)) for t in trials
        ]
        for trial, future in running:
            yield trial, future.result()


def _noticed(trial: Trial, grade: Grade) -> Iterable[tuple[str, str]]:
    own = [e for e in grade.exercises if e.name == trial.exercise]
    return [(e.name, c.name) for e in own for c in e.checks if c.status != "passed"]


def _named(trial: Trial, grade: Grade) -> str | None:
    return next((e.diagnosis.slug for e in grade.exercises if e.name == trial.exercise and e.diagnosis), None)


def _problems(trial: Trial, grade: Grade) -> Iterator[str]:
    """What is wrong with the lesson, as far as this trial shows; whole sentences."""
    if grade.status != "graded":
        yield f"{trial.title}: it could not be graded, because {grade.reason}"
        return
    lost = {e.name for e in grade.exercises if e.points < e.max_points}
    if trial.slugs and trial.exercise not in lost:
        yield f"{trial.title}: no check of `{trial.exercise}` notices it; add one that does"
    for exercise in sorted(lost - ({trial.exercise} if trial.slugs else set())):
        yield f"{trial.title}: it loses points in `{exercise}`, which it has nothing to do with"
    named = _named(trial, grade)
    if trial.slugs and trial.exercise in lost and named not in trial.slugs:
        yield f"{trial.title}: it is named {named or 'nothing'}; compare its probe with its models"


def table(report: Adequacy) -> str:
    """Which check noticed how many wrong models, for a terminal; the problems are not in it."""
    lines = [f"{count:>5}  {exercise}::{check}" for (exercise, check), count in report.kills.items()]
    idle = [f"never noticed anything: {exercise}::{check}" for exercise, check in report.idle]
    shared = [f"told by what look-alikes share: {slug}" for slug in report.shared]
    summary = f"{report.trials} models, right and wrong, in {report.seconds:.0f} s"
    return "\n".join(["noticed by", *lines, *idle, *shared, summary])
