"""Studies: what to look at in one function or constant of an exercise, and executable wrong models of it.

The authors of a lesson write them, in a package `misconceptions` beside its checks.
"""

import tomllib
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import FunctionType
from typing import Any

from grader.box.host import Modules as Given
from grader.checking.observed import Observed, look, same
from grader.doors.outline import Outline
from grader.errors import KitError

Modules = Callable[[str], Any]  # name → module: a student's, a stand-in, or one with a wrong model in it
Model = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Reach:
    """What a probe is handed: `reach(name)` is a module, with the code of a student or a model in it.

    `reach.define(source, name)` is what the text `source` calls `name`, to be handed to that code.
    """

    module: Modules
    define: Callable[[str, str], Any]

    def __call__(self, name: str) -> Any:
        return self.module(name)


@dataclass(frozen=True, slots=True)
class Says:
    """A model of whoever gives this answer to `about`; or, `at` one place of a table, this word."""

    about: str
    answer: Observed
    at: int | None = None

    def __call__(self, answers: Mapping[str, Observed]) -> Observed:
        return _placed(answers[self.about], self.at, self.answer)


@dataclass(frozen=True, slots=True)
class Strange:
    """A model of whoever writes none of the words to choose from; or does so `at` one place of a table."""

    about: str
    choices: tuple[str, ...]
    at: int | None = None
    instead: Observed = "broken"  # such a word, where an example is wanted

    def __call__(self, answers: Mapping[str, Observed]) -> Observed:
        written = answers[self.about]
        strange = is_strange(written, self.choices, self.at)
        return written if strange else _placed(written, self.at, self.instead)


def _placed(written: Observed, at: int | None, answer: Observed) -> Observed:
    """`answer`, or the table `written` with it at one place."""
    return answer if at is None else (*written[:at], answer, *written[at + 1 :])


def is_strange(written: Observed, choices: Collection[str], at: int | None) -> bool:
    """Whether there is a word that is none of `choices`: the answer itself, or what is `at` a place of it."""
    words = written if type(written) is tuple else (written,)
    if words[:1] == ("raised",):
        return False
    looked_at = words if at is None else words[at : at + 1]
    return any(type(word) is str and word not in choices for word in looked_at)


Probe = Callable[[Reach], Observed]
_given = Given("")  # compiles each text once, for all models


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a student is told: what the mistake looks like, why it is wrong, a question that leads on.

    Whoever asks for a hint after that question gets `hints`, each narrower than the one before. `mark` says
    which line it concerns, as in `Outline.line`. In the texts `{NAME}` stands for an observed number, where
    the probe gives numbers by name.
    """

    slug: str
    looks_like: str
    why: str
    question: str
    mark: str = ""
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Misconception(Finding):
    """A mistake, as code. If there are several `models`, they are several ways to write the same mistake.

    If the same results can have another cause too, `clue` must also find the mistake in the source.
    """

    models: tuple[Model, ...]
    clue: Callable[[Outline], bool] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike(Finding):
    """What the misconceptions `slugs`, which behave alike from outside, have in common."""

    slugs: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class Study:
    """One function or constant of an exercise (`about`), how to look at it, and what may be wrong with it.

    `checks` are the names of the exercise's checks that are about it, if others are about something else; a
    mistake that is named here explains one of these. Of a check with parameters, a name without them means
    all of it. `forms` are other ways to write the right file around a
    wrong model, by name. Each form is a function that changes the text of the solution.
    """

    exercise: str
    about: str
    probe: Probe
    right: tuple[Model, ...]
    misconceptions: tuple[Misconception, ...]
    alike: tuple[Alike, ...] = ()
    checks: tuple[str, ...] = ()
    forms: Mapping[str, Callable[[str], str]] = field(default_factory=dict)
    precision: float = 1e-9  # two numbers this close to each other are the same number

    def predict(self, model: Model, observed: Observed) -> Observed:
        """What the probe would show if `model` were in the student's code and all else were as `observed`."""
        raise NotImplementedError

    def written(self, model: Model) -> str:
        """Source text that brings this model into a right file when it is added at the end."""
        raise NotImplementedError

    def curve_of(self, finding: Finding, observed: Observed) -> tuple[float, ...]:
        """The line of code with this mistake in the exercise's figure; () if there is no such line."""
        return ()

    def explain(self, observed: Observed, outline: Outline) -> Finding | None:
        """The one finding that reproduces `observed`; None if nothing is wrong, or no finding fits."""
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

    `write(about, model)` is the same as source text. `curve(modules)` gives the line that the figure of the
    exercise calls "yours".
    """

    install: Callable[[str, Model], Modules]
    write: Callable[[str, Model], str]
    curve: Callable[[Reach], Iterable[float]] | None = None
    cases: int | None = None  # how many results of the probe count, where code may be wrong in the others

    def explain(self, observed: Observed, outline: Outline) -> Finding | None:
        return super().explain(self._counted(observed), outline)

    def predict(self, model: Model, observed: Observed) -> Observed:
        return self._counted(_behaviour(self.probe, self.install, self.about, model))

    def _counted(self, seen: Observed) -> Observed:
        return seen if self.cases is None or type(seen) is not tuple else seen[: self.cases]

    def written(self, model: Model) -> str:
        return self.write(self.about, model)

    def curve_of(self, finding: Finding, observed: Observed) -> tuple[float, ...]:
        models = finding.models if isinstance(finding, Misconception) else ()
        model = next((m for m in models if self._shows(m, observed)), None)
        if self.curve is None or model is None:
            return ()
        values = look(_behaviour, self.curve, self.install, self.about, model)
        drawable = type(values) is tuple and all(type(value) in (int, float) for value in values)
        return tuple(map(float, values)) if drawable else ()


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
        """Whether the answer is not true, but follows correctly from the student's earlier answers."""
        right = any(self._shows(model, observed) for model in self.right)
        return right and not same(observed[self.about], self.truth[self.about], self.precision)


@cache
def _behaviour(probe: Probe, install: Callable[[str, Model], Modules], about: str, model: Model) -> Observed:
    return probe(Reach(install(about, model), _given.define))


def living_in(names: dict[str, Any], function: Model) -> FunctionType:
    """`function` with `names` as its globals: a model as if it had been written in that module."""
    assert isinstance(function, FunctionType)
    # Mutable defaults are made anew too: a list that survives between calls survives one probe only.
    defaults = function.__defaults__ and tuple(_fresh(value) for value in function.__defaults__)
    return FunctionType(function.__code__, names, function.__name__, defaults, function.__closure__)


def _fresh(value: Any) -> Any:
    return type(value)(value) if type(value) in (list, set, dict) else value


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
    for said in texts.values():
        said["hints"] = tuple(said.get("hints", ()))
    return {
        "misconceptions": tuple(
            Misconception(slug=slug, models=tuple(wrong), clue=clues.get(slug), **texts[slug])
            for slug, wrong in models.items()
        ),
        "alike": tuple(
            Alike(slug=slug, slugs=frozenset(members), **texts[slug]) for slug, members in alike.items()
        ),
    }
