"""A module that holds nothing but answers: its constants, as they were when they were read once."""

from collections.abc import Callable
from typing import Any

from grader.box.trace import Trace


class AnObject:
    """What stands for a constant that is no plain value."""

    def __repr__(self) -> str:
        return "…"


class Constants:
    """Constants by attribute. `read(name)` gives a value or raises AttributeError, as a module does.

    Each look at one is written down in the trace that `trace()` gives, so that a failure can show it.
    """

    def __init__(self, module: str, read: Callable[[str], Any], trace: Callable[[], Trace] = Trace) -> None:
        self._module, self._read, self._trace = module, read, trace

    def __getattr__(self, name: str) -> Any:
        trace = self._trace()
        trace.module(self._module)
        trace.reading(self._module, name)
        value = self._read(name)
        trace.got(self._module, name, value, False)
        return value


class WithFunctions:
    """A module of answers and functions: the constants as they were read, the functions out of `module()`."""

    def __init__(self, constants: Constants, functions: frozenset[str], module: Callable[[], Any]) -> None:
        self._constants, self._functions, self._module = constants, functions, module

    def __getattr__(self, name: str) -> Any:
        return getattr(self._module() if name in self._functions else self._constants, name)


def of_values(module: str, values: dict[str, Any], trace: Callable[[], Trace]) -> Constants:
    """The constants of `module`, which has been read already."""

    def read(name: str) -> Any:
        if name not in values:
            raise AttributeError(f"module '{module}' has no attribute '{name}'")
        return values[name]

    return Constants(module, read, trace)


def held(constants: Constants, name: str) -> Any:
    """One of the constants, and no trace of the look at it. AttributeError if there is no such name."""
    return constants._read(name)


def watched(constants: Constants, seen: Callable[[str, Any], None]) -> Constants:
    """The same constants; `seen(name, value)` hears of each that is looked at."""

    def read(name: str) -> Any:
        value = held(constants, name)
        seen(name, value)
        return value

    return Constants(constants._module, read, constants._trace)
