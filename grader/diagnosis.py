"""Which wrong model reproduces what the student's code did?

A lesson may have a package `misconceptions` beside its checks. It holds `STUDIES`: what to look at (a probe),
and the mistakes that people make there, each as an executable wrong model. When an exercise has failed, its
probe runs once on the student's code. The same probe has been run on every model, and if exactly one of them
shows all the same numbers, its mistake is named.

No model fits, or several do that are no known look-alikes: nothing is said. Naming the wrong mistake is worse
than naming none.
"""

import importlib
import math
import sys
import tomllib
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import FunctionType
from typing import Any

from grader.compare import described
from grader.errors import KitError
from grader.ledger import Ledger
from grader.model import Diagnosis, Lesson
from grader.outline import Outline
from grader.student import Stopped, StudentError

Observed = Any  # plain values only, see `plain`
Modules = Callable[[str], Any]  # name → module: a student's, a stand-in, or one with a wrong model in it
Probe = Callable[[Modules], Observed]
Model = Callable[..., Any]

_TRIED = ("failed", "crashed", "timed_out")  # statuses of work that was tried and is wrong
AN_OBJECT = "an object"  # what `plain` makes of anything that is no plain value


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a student is told: what the mistake looks like, why it is wrong, a question that leads on.

    `mark` says which line it concerns, as in `Outline.line`. In the texts `{NAME}` stands for an observed
    number, where the probe gives numbers by name.
    """

    slug: str
    looks_like: str
    why: str
    question: str
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Misconception(Finding):
    """A mistake, as code. Several `models` are several ways to write the same mistake.

    `clue` must be found in the source as well, where what can be seen from outside has other causes too.
    """

    models: tuple[Model, ...]
    clue: Callable[[Outline], bool] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike(Finding):
    """What the misconceptions `slugs`, which behave alike from outside, have in common."""

    slugs: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class Study:
    """One function or constant of an exercise (`about`), how to look at it, and what may be wrong with it."""

    exercise: str
    about: str
    probe: Probe
    right: tuple[Model, ...]
    misconceptions: tuple[Misconception, ...]
    alike: tuple[Alike, ...] = ()
    precision: float = 1e-9  # two numbers this close to each other are the same number

    def predict(self, model: Model, observed: Observed) -> Observed:
        """What the probe shows where `model` is at work and all else is as it was observed."""
        raise NotImplementedError

    def written(self, model: Model) -> str:
        """Source text that makes a right file a student's with this model in it, put at its end."""
        raise NotImplementedError

    def explain(self, observed: Observed, outline: Outline) -> Finding | None:
        """The one finding that reproduces `observed`. None where nothing is wrong, or nothing is known."""
        if any(self._shows(model, observed) for model in self.right):
            return None
        fitting = [m for m in self.misconceptions if any(self._shows(model, observed) for model in m.models)]
        if len(fitting) == 1 and fitting[0].clue is None:
            return fitting[0]
        return self._between(fitting, outline.inside(self.about)) if fitting else None

    def _shows(self, model: Model, observed: Observed) -> bool:
        return same(self.predict(model, observed), observed, self.precision)

    def _between(self, fitting: list[Misconception], source: Outline) -> Finding | None:
        clear = [m for m in fitting if m.clue is not None and m.clue(source)]
        if len(clear) == 1:
            return clear[0]
        slugs = {m.slug for m in fitting}
        return next((group for group in self.alike if slugs <= group.slugs), None)


@dataclass(frozen=True, kw_only=True)
class Behaviour(Study):
    """A study of code: `install(about, model)` gives modules in which `model` takes the place of `about`.

    `write(about, model)` is the same as source text.
    """

    install: Callable[[str, Model], Modules]
    write: Callable[[str, Model], str]

    def predict(self, model: Model, observed: Observed) -> Observed:
        return _behaviour(self.probe, self.install, self.about, model)

    def written(self, model: Model) -> str:
        return self.write(self.about, model)


@dataclass(frozen=True, kw_only=True)
class Answer(Study):
    """A study of a constant: a model computes it from all the answers that the student gave.

    `truth` holds the right answers, `write` turns an answer into source text.
    """

    truth: Mapping[str, Observed]
    write: Callable[[Observed], str] = repr

    def predict(self, model: Model, observed: Observed) -> Observed:
        # An odd answer elsewhere, a text for a number, says nothing about this one.
        return {**observed, self.about: look(model, observed)} if type(observed) is dict else None

    def written(self, model: Model) -> str:
        return f"{self.about} = {self.write(model(self.truth))}"

    def follows(self, observed: Observed) -> bool:
        """Whether an answer is not the true one, but right for the answers before it."""
        right = any(self._shows(model, observed) for model in self.right)
        return right and not same(observed[self.about], self.truth[self.about], self.precision)


@cache
def _behaviour(probe: Probe, install: Callable[[str, Model], Modules], about: str, model: Model) -> Observed:
    return probe(install(about, model))


# --- looking -----------------------------------------------------------------------------------


def look(experiment: Callable[..., Any], *arguments: Any) -> Observed:
    """What an experiment shows: plain values, or what it raised."""
    try:
        return plain(experiment(*arguments))
    except RecursionError:  # where exactly the stack is full is chance, and the message says so
        return ("raised", "RecursionError", "")
    except StudentError as error:
        return ("raised", error.type_name, error.message)
    except (Exception, SystemExit) as error:
        return ("raised", type(error).__name__, str(error))


def plain(value: Any) -> Observed:
    """`value` without anything that is not a plain value: lists become tuples, objects `AN_OBJECT`."""
    if type(value) in (list, tuple):
        return tuple(plain(item) for item in value)
    if type(value) is dict:
        return {plain(key): plain(item) for key, item in value.items()}
    return value if value is None or type(value) in (bool, int, float, str) else AN_OBJECT


def same(one: Observed, other: Observed, precision: float = 1e-9) -> bool:
    """Whether two observations are equal up to rounding. Not-a-number equals itself."""
    if type(one) is tuple and type(other) is tuple:
        return len(one) == len(other) and all(map(same, one, other, [precision] * len(one)))
    if type(one) is dict and type(other) is dict:
        return one.keys() == other.keys() and all(same(one[key], other[key], precision) for key in one)
    if {type(one), type(other)} <= {int, float}:
        return _close(one, other, precision)
    return type(one) is type(other) and bool(one == other)


def _close(one: float, other: float, precision: float) -> bool:
    try:
        if math.isnan(one) or math.isnan(other):
            return math.isnan(one) and math.isnan(other)
        return math.isclose(one, other, rel_tol=1e-6, abs_tol=precision)
    except OverflowError:  # an int beyond the floats
        return one == other


def living_in(names: dict[str, Any], function: Model) -> FunctionType:
    """`function` with `names` as its globals: a model as if it had been written in that module."""
    assert isinstance(function, FunctionType)
    # Mutable defaults are made anew too: a list that survives between calls survives one probe only.
    defaults = function.__defaults__ and tuple(_fresh(value) for value in function.__defaults__)
    return FunctionType(function.__code__, names, function.__name__, defaults, function.__closure__)


def _fresh(value: Any) -> Any:
    return type(value)(value) if type(value) in (list, set, dict) else value


# --- naming ------------------------------------------------------------------------------------


@cache
def studies(lesson: Lesson) -> tuple[Study, ...]:
    """The studies of a lesson, in order; none where it has no package of misconceptions."""
    if not (lesson.suite / "misconceptions").is_dir():
        return ()
    if str(lesson.root) not in sys.path:  # inside of a lesson's pytest it is there already
        sys.path.insert(0, str(lesson.root))
    package = importlib.import_module(f"tests.{lesson.name}.misconceptions")
    return tuple(package.STUDIES)


def examine(ledger: Ledger, door: Any, exercises: Iterable[str]) -> None:
    """Note in the ledger what is known to be wrong with each of `exercises` that was tried and failed."""
    for name in exercises:
        known = [study for study in studies(ledger.lesson) if study.exercise == name]
        file = ledger.lesson.exercise(name).file
        if not known or ledger.status(name) not in _TRIED or file in ledger.unimportable:
            continue
        with suppress(Stopped):  # a probe that hangs or crashes shows nothing
            door.begin(name, ledger.followed.get(name, ()))
            observed = {study.probe: look(study.probe, door.module) for study in known}
            door.begin(name, ())  # no working code of ours is in there while texts come out
            found = diagnose(known, observed, door.outline(file))
            if found is not None:
                ledger.diagnoses[name] = found
            ledger.remarks.setdefault(name, []).extend(_followed(known, observed))


def diagnose(
    known: Iterable[Study], observed: Mapping[Probe, Observed], outline: Outline
) -> Diagnosis | None:
    """The first finding that the studies of one exercise come to. No student code is touched here."""
    for study in known:
        seen = observed[study.probe]
        finding = study.explain(seen, outline)
        if finding is not None:
            return _told(finding, seen, outline.line(study.about, finding.mark))
    return None


def _followed(known: Iterable[Study], observed: Mapping[Probe, Observed]) -> list[str]:
    """Which answers count although they are not the true ones; a remark, or none."""
    answers = [study for study in known if isinstance(study, Answer)]
    names = [f"`{study.about}`" for study in answers if study.follows(observed[study.probe])]
    return [f"counted, because it follows from your own earlier answers: {', '.join(names)}"] if names else []


def _told(finding: Finding, observed: Observed, line: int | None) -> Diagnosis:
    numbers = observed if isinstance(observed, Mapping) else {}
    names = {key: described(value) for key, value in numbers.items()}
    message = f"{_filled(finding.looks_like, names)} {_filled(finding.why, names)}"
    return Diagnosis(finding.slug, message, line, _filled(finding.question, names))


def _filled(text: str, names: Mapping[str, str]) -> str:
    for name, value in names.items():
        text = text.replace(f"{{{name}}}", value)
    return text


# --- for the authors of a lesson -----------------------------------------------------------------


def worded(
    words: Path,
    models: Mapping[str, Iterable[Model]],
    clues: Mapping[str, Callable[[Outline], bool]] | None = None,
    alike: Mapping[str, Iterable[str]] | None = None,
) -> dict[str, Any]:
    """The fields `misconceptions` and `alike` of a study, with their texts out of the TOML file `words`.

    `models`: slug → wrong models. `clues`: slug → what to look for in the source. `alike`: the slug of a
    group → the slugs in it. KitError when a text is missing.
    """
    texts = tomllib.loads(words.read_text(encoding="utf-8"))
    clues, alike = clues or {}, alike or {}
    missing = {*models, *alike} - texts.keys()
    if missing:
        raise KitError(f"{words} has no text for {', '.join(sorted(missing))}")
    return {
        "misconceptions": tuple(
            Misconception(slug=slug, models=tuple(wrong), clue=clues.get(slug), **texts[slug])
            for slug, wrong in models.items()
        ),
        "alike": tuple(
            Alike(slug=slug, slugs=frozenset(members), **texts[slug]) for slug, members in alike.items()
        ),
    }
