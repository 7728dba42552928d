"""Draws the examples of a property once, and runs them on one submission after another.

Suites are derandomised, so hypothesis draws the same examples for every student. Drawing them takes most of
the time of a run, so it is done once. The first example that fails ends the check. Examples are not shrunk;
instead, strategies draw readable numbers.

So of hypothesis only two things are used here: strategies, the language in which authors say what a check
holds for, and the search for examples in them, bounds and corners first. To draw with a generator of our own
would need the inside of strategies, which is private; what runs a property is public. It is run once, with a
body that only notes. One thing has to be switched off for that, see `_nothing_local`.
"""

import copy
import functools
import inspect
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import hypothesis.errors
from hypothesis.internal.conjecture import providers

from grader.errors import UngradedError

Example = Mapping[str, Any]
_LOCAL = "_get_local_constants"


class Examples:
    """The examples of every property that was asked for so far."""

    def __init__(self) -> None:
        self._drawn: dict[Callable[..., Any], list[Example] | None] = {}

    def of(self, test: Callable[..., Any]) -> list[Example] | None:
        """All examples of `test` in order; None if it is no property, or draws more values while it runs."""
        if not hasattr(test, "hypothesis"):
            return None
        if test not in self._drawn:
            self._drawn[test] = self._draw(test)
        return self._drawn[test]

    def _draw(self, test: Callable[..., Any]) -> list[Example] | None:
        return _drawn(test)


def _drawn(test: Any) -> list[Example] | None:
    """Run the property with a body that only notes its arguments. UngradedError when that fails."""
    examples: list[Example] = []
    fixtures = dict.fromkeys(inspect.signature(test).parameters)
    body = test.hypothesis.inner_test
    signature = inspect.signature(body)

    @functools.wraps(body)  # derandomised by the source of the real body
    def note(*values: Any, **named: Any) -> None:
        given = signature.bind(*values, **named).arguments
        examples.append({name: value for name, value in given.items() if name not in fixtures})

    test.hypothesis.inner_test = note
    try:
        with nothing_local():
            test(**fixtures)
    except Exception as error:
        raise UngradedError(f"no examples could be drawn for {test.__name__}: {error}") from error
    finally:
        test.hypothesis.inner_test = body
    drawing = any(type(v).__name__ == "DataObject" for example in examples for v in example.values())
    return None if drawing else examples


@contextmanager
def nothing_local() -> Iterator[None]:
    """Draw from strategies only.

    hypothesis also tries numbers that it finds in the source of local modules, such as a student's. Then the
    examples would depend on which modules are loaded. hypothesis has no setting for this, so two private
    names of it are patched. If a version of it lacks these names, nothing is patched.
    """
    kept, cache = getattr(providers, _LOCAL, None), getattr(providers, "CONSTANTS_CACHE", None)
    if kept is None or cache is None:
        yield
        return
    cache.cache.clear()
    setattr(providers, _LOCAL, type(providers.GLOBAL_CONSTANTS))  # called, it gives an empty pool
    try:
        yield
    finally:
        setattr(providers, _LOCAL, kept)
        cache.cache.clear()


def play(test: Any, example: Example, fixtures: Mapping[str, Any]) -> None:
    """Run the body of a property on one example. What it raises carries the example as a note.

    Raises UnsatisfiedAssumption where the body, or student code in it, refuses the example.
    """
    try:
        with warnings.catch_warnings():
            # hypothesis warns of `assume` outside a run of its own, but here it is used on purpose.
            warnings.simplefilter("ignore", hypothesis.errors.HypothesisDeprecationWarning)
            # A copy, because a check may change its arguments, and the next student must get the same ones.
            test.hypothesis.inner_test(**fixtures, **copy.deepcopy(dict(example)))
    except (hypothesis.errors.UnsatisfiedAssumption, KeyboardInterrupt):
        raise
    except BaseException as error:
        values = ", ".join(f"{name}={value!r}" for name, value in example.items())
        error.add_note(f"Failing example: {test.__name__}({values})")
        raise
