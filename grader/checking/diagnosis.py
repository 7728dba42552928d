"""Which wrong model reproduces what the student's code did?

A lesson may have a package `misconceptions` beside its checks. It holds `STUDIES`. A study has a probe, which
says what to look at, and executable wrong models of the mistakes that people make there. When an exercise has
failed, its probe runs once on the student's code. It has also been run on every wrong model. If exactly one
model shows the same numbers, its mistake is named.

If no model fits, nothing is said. If several fit, only a group of known look-alikes is named. The wrong name
is worse than none.
"""

import math
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Any

from grader.checking.compare import described
from grader.checking.ledger import Ledger
from grader.checking.loading import beside_suite
from grader.checking.observed import Observed, look
from grader.checking.study import Answer, Finding, Probe, Reach, Study
from grader.doors.outline import Outline
from grader.errors import KitError
from grader.figures import Figure, Plane, Series
from grader.model import CheckResult, Diagnosis, Lesson
from grader.student import Stopped

_TRIED = ("failed", "crashed", "timed_out")  # the statuses of an exercise that was tried and is wrong
_GIVES = "what this mistake gives"


@dataclass(frozen=True, slots=True)
class Named:
    """A mistake that has a name, which checks are about the same, and the curve of its wrong model."""

    diagnosis: Diagnosis
    checks: tuple[str, ...]  # () where every check of the exercise is
    hints: tuple[str, ...]
    curve: tuple[float, ...]  # () where there is none


@cache
def studies(lesson: Lesson) -> tuple[Study, ...]:
    """The studies of a lesson, in order; none if it has no such package; KitError if it is broken."""
    if not (lesson.suite / "misconceptions").is_dir():
        return ()
    try:
        return tuple(beside_suite(lesson, "misconceptions").STUDIES)
    except KitError:
        raise
    except Exception as error:  # whatever the code of a lesson's author may raise
        trouble = f"tests/{lesson.name}/misconceptions cannot be imported: {type(error).__name__}: {error}"
        raise KitError(trouble, "mend it; students' mistakes are named with it") from error


def examine(
    ledger: Ledger, door: Any, exercises: Iterable[str], prepare: Callable[[str], None] = lambda _: None
) -> None:
    """Note in the ledger the mistake of each of `exercises` that was tried and is wrong, if it is known.

    `prepare(exercise)` is called before the probes of an exercise begin.
    """
    outlines: dict[str, Outline] = {}
    for name in exercises:
        known = [study for study in studies(ledger.lesson) if study.exercise == name]
        file = ledger.lesson.exercise(name).file
        if not known or ledger.status(name) not in _TRIED or file in ledger.unimportable:
            continue
        with suppress(Stopped):  # a probe that hangs or crashes shows nothing
            prepare(name)
            door.begin(name, ledger.followed.get(name, ()))
            observed = _observed(known, door)
            door.begin(name, ())  # without working versions, so that texts may be shown
            if not outlines.get(file, Outline()).rows:
                outlines[file] = door.outline(file)
            found = diagnose(known, observed, outlines[file])
            if found is not None:
                explained = _explained(ledger.results[name].values(), found.checks)
                ledger.diagnoses[name] = replace(found.diagnosis, check=explained)
                ledger.hints[name] = found.hints
                ledger.figures[name] = [_beside(f, found.curve) for f in ledger.figures.get(name, [])]
            ledger.remarks.setdefault(name, []).extend(_followed(known, observed))


def probe(lesson: Lesson, door: Any, exercise: str) -> None:
    """Run the probes of an exercise, only for the questions that they ask."""
    door.begin(exercise, ())
    _observed([study for study in studies(lesson) if study.exercise == exercise], door)


def _observed(known: Iterable[Study], door: Any) -> Mapping[Probe, Observed]:
    reach = Reach(door.module, door.define)
    return {probe: look(probe, reach) for probe in dict.fromkeys(study.probe for study in known)}


def diagnose(known: Iterable[Study], observed: Mapping[Probe, Observed], outline: Outline) -> Named | None:
    """The first finding that the studies of one exercise come to. No student code is touched here."""
    for study in known:
        seen = observed[study.probe]
        finding = study.explain(seen, outline)
        if finding is not None:
            told = _told(finding, seen, outline.line(study.about, finding.mark))
            hints = tuple(_filled(hint, _numbers(seen)) for hint in finding.hints)
            return Named(told, study.checks, hints, study.curve_of(finding, seen))
    return None


def _explained(results: Iterable[CheckResult], checks: Collection[str]) -> str:
    """The first wrong one of these checks, "" where it is the first wrong one anyway or none of them is."""
    wrong = [result.name for result in results if result.wrong]
    about = [name for name in wrong if {name, name.partition("[")[0]}.intersection(checks)]
    return "" if about[:1] == wrong[:1] else next(iter(about), "")


def _beside(figure: Figure | Plane, curve: tuple[float, ...]) -> Figure | Plane:
    """The figure with the curve of the named mistake. If the student's line is the same, its name says so."""
    if isinstance(figure, Plane):
        return figure
    alike = [series.name for series in figure.series if _alike(series.values, curve)]
    if not curve or "expected" in alike:
        return figure
    if "yours" not in alike:
        return replace(figure, series=(*figure.series, Series(_GIVES, curve)))
    own = Series(f"yours, and {_GIVES}", curve)
    return replace(figure, series=tuple(own if s.name == "yours" else s for s in figure.series))


def _alike(one: Sequence[float], other: Sequence[float]) -> bool:
    """Whether two lines look the same in a picture."""
    close = partial(math.isclose, rel_tol=1e-4, abs_tol=1e-4)
    return len(one) == len(other) and all(map(close, one, other))


def _followed(known: Iterable[Study], observed: Mapping[Probe, Observed]) -> list[str]:
    """A remark that lists the answers that count although they are not true; or no remark."""
    answers = [study for study in known if isinstance(study, Answer)]
    names = [f"`{study.about}`" for study in answers if study.follows(observed[study.probe])]
    return [f"counted, because it follows from your own earlier answers: {', '.join(names)}"] if names else []


def _told(finding: Finding, observed: Observed, line: int | None) -> Diagnosis:
    names = _numbers(observed)
    message = f"{_filled(finding.looks_like, names)} {_filled(finding.why, names)}"
    return Diagnosis(finding.slug, message, line, _filled(finding.question, names))


def _numbers(observed: Observed) -> Mapping[str, str]:
    """What a text may speak of by name."""
    numbers = observed if isinstance(observed, Mapping) else {}
    return {key: described(value) for key, value in numbers.items()}


def _filled(text: str, names: Mapping[str, str]) -> str:
    for name, value in names.items():
        text = text.replace(f"{{{name}}}", value)
    return text
