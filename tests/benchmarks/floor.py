"""The least that checking can cost: a suite's checks as plain functions on the student's own modules.

One warm interpreter, the same examples, no pytest while it runs, no box, no reports, and modules that are
imported once a submission. A check that fails ends where it fails; nothing is explained.
"""

import importlib
import inspect
import pkgutil
import sys
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Any

import hypothesis.errors
import pytest
from _pytest.fixtures import FixtureFunctionDefinition  # the functions behind fixtures have no public way

from grader.box.constants import Constants
from grader.box.host import Modules
from grader.box.wire import simplified
from grader.checking.examples import Example, Examples
from grader.checking.suites import PROFILE
from grader.model import Lesson
from grader.student import Stopped

_GIVEN = Modules("")  # compiles each text of a check once


@dataclass(frozen=True)
class Plain:
    """One check: its function, the fixtures that it can see, and the values of its parameters."""

    function: Callable[..., Any]
    fixtures: Mapping[str, Callable[..., Any]]
    given: Mapping[str, Any]


class Floor:
    """All checks of a lesson. `run(folder)` says how many of them the files in `folder` pass."""

    def __init__(self, lesson: Lesson) -> None:
        hypothesis.settings.load_profile(PROFILE)
        shared = _fixtures(importlib.import_module(f"tests.{lesson.name}.conftest"))
        self.examples = Examples()
        self.checks = [check for module in _modules(lesson) for check in _checks(module, shared)]
        hypothesis.settings.load_profile("default")

    def run(self, folder: Path) -> int:
        """How many checks pass."""
        work = Work(folder)
        with work, warnings.catch_warnings():
            # `assume` in a check is meant.
            warnings.simplefilter("ignore", hypothesis.errors.HypothesisDeprecationWarning)
            known: dict[Any, Any] = {}  # what fixtures of a whole module have made
            return sum(self._passes(check, Request(check, work, known)) for check in self.checks)

    def _passes(self, check: Plain, request: "Request") -> bool:
        try:
            self._play(check.function, request)
        except (Exception, Stopped):
            return False
        return True

    def _play(self, test: Callable[..., Any], request: "Request") -> None:
        values = {name: request.getfixturevalue(name) for name in inspect.signature(test).parameters}
        examples = self.examples.of(test)
        if examples is None:
            test(**values)
        for example in examples or ():
            _play(test, example, values)


def _play(test: Any, example: Example, values: Mapping[str, Any]) -> None:
    with suppress(hypothesis.errors.UnsatisfiedAssumption):
        test.hypothesis.inner_test(**values, **example)


@dataclass
class Work:
    """What checks know as `submission`: a student's modules, importable while this context lasts."""

    folder: Path
    new_example: Callable[[], None] = lambda: None

    def __enter__(self) -> None:
        sys.path.insert(0, str(self.folder))

    def __exit__(self, *_: object) -> None:
        sys.path.remove(str(self.folder))
        for path in self.folder.glob("*.py"):
            sys.modules.pop(path.stem, None)

    def module(self, name: str) -> ModuleType:
        return importlib.import_module(name)

    def constants(self, name: str) -> Constants:
        module = self.module(name)
        return Constants(name, lambda key: simplified(getattr(module, key)))

    def define(self, source: str, name: str) -> Any:
        return _GIVEN.define(source, name)

    def text(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")


@dataclass
class Request:
    """Fixtures for one check, each made once; what belongs to a whole module is in `known`."""

    check: Plain
    work: Work
    known: dict[Any, Any]
    made: dict[str, Any] = field(default_factory=dict)

    def getfixturevalue(self, name: str) -> Any:
        if name not in self.made:
            self.made[name] = self.check.given[name] if name in self.check.given else self._make(name)
        return self.made[name]

    def _make(self, name: str) -> Any:
        if name in self._own:
            return self._own[name]
        definition = self.check.fixtures[name]
        if definition._fixture_function_marker.scope == "function":  # type: ignore[attr-defined]
            return self._called(definition)
        if definition not in self.known:
            self.known[definition] = self._called(definition)
        return self.known[definition]

    def _called(self, definition: Any) -> Any:
        function = definition._get_wrapped_function()
        return function(
            **{name: self.getfixturevalue(name) for name in inspect.signature(function).parameters}
        )

    @cached_property
    def _own(self) -> dict[str, Any]:
        """The fixtures of the kit's plugin: here nobody listens to what a check says besides."""
        nothing = lambda *_, **__: None  # noqa: E731  a def would say no more
        return {
            "submission": self.work,
            "request": self,
            "chart": nothing,
            "remark": nothing,
            "draw": nothing,
            "plot": nothing,
        }


def _modules(lesson: Lesson) -> Iterator[ModuleType]:
    for found in pkgutil.iter_modules([str(lesson.suite)]):
        if found.name.startswith("test_"):
            yield importlib.import_module(f"tests.{lesson.name}.{found.name}")


def _fixtures(module: ModuleType) -> dict[str, Any]:
    return {v.name: v for v in vars(module).values() if isinstance(v, FixtureFunctionDefinition)}


def _checks(module: ModuleType, shared: Mapping[str, Any]) -> Iterator[Plain]:
    fixtures = {**shared, **_fixtures(module)}
    for name, test in [*vars(module).items()]:
        if name.startswith("test_"):
            yield from (Plain(test, fixtures, given) for given in _parameters(test))


def _parameters(test: Any) -> Iterator[dict[str, Any]]:
    """What each of the tests that a function stands for is given."""
    marks: list[pytest.Mark] = [m for m in getattr(test, "pytestmark", ()) if m.name == "parametrize"]
    if not marks:
        yield {}
        return
    (mark,) = marks
    name, values = mark.args
    yield from ({name: value} for value in values)
