"""A module that holds only constants, such as answers on paper. They are read once and then kept here."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from grader.box.trace import Trace

EMPTY: Mapping[str, Exception] = MappingProxyType({})


class AnObject:
    """What stands for a constant that is no plain value."""

    def __repr__(self) -> str:
        return "…"


class Lost(AnObject):
    """What stands in a dict of answers for one that cannot be read; `why` says what is wrong."""

    def __init__(self, why: str) -> None:
        self.why = why


class Constants:
    """Constants by attribute. `read(name)` gives a value or raises AttributeError, as a module does.

    Each access is written down in the trace that `trace()` gives, so that a failure can show it.
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


def of_values(
    module: str, values: dict[str, Any], trace: Callable[[], Trace], lost: Mapping[str, Exception] = EMPTY
) -> Constants:
    """The constants of `module`, which has been read already. Those that are `lost` raise that."""

    def read(name: str) -> Any:
        if name in lost:
            raise lost[name]
        if name not in values:
            raise AttributeError(f"module '{module}' has no attribute '{name}'")
        return values[name]

    return Constants(module, read, trace)


def held(constants: Constants, name: str) -> Any:
    """One of the constants, read without a note in the trace. AttributeError if there is no such name."""
    return constants._read(name)


def watched(constants: Constants, seen: Callable[[str, Any], None]) -> Constants:
    """The same constants; `seen(name, value)` is called for each one that is read."""

    def read(name: str) -> Any:
        value = held(constants, name)
        seen(name, value)
        return value

    return Constants(constants._module, read, constants._trace)
