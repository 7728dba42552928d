"""Writes down what a check did to student code, as Python that a student can run.

The example ends with the last thing that was read, or with the request that raised. Earlier reads are left
out, because they change nothing.
"""

import re
from dataclasses import dataclass
from typing import Any

UNKNOWN = "?"  # the label of an object that has no short name, e.g. an item of a list
MAX_LINES = 14  # a longer example helps nobody
_VARIABLE = re.compile(r"\$(\d+)\$")  # an object, until it gets its short name
_OPERATORS = {"add": "+", "sub": "-", "mul": "*", "truediv": "/", "pow": "**"}


@dataclass(frozen=True, slots=True)
class _Step:
    code: str
    is_read: bool  # leaves no trace in the student's objects
    shows: str | None = None  # the value that came back, to be shown in the last line

    def told(self) -> tuple[str, ...]:
        """The lines of this step when it is the last one; () where they would show nothing new.

        A constant is what a student has typed, and setting an attribute prints nothing.
        """
        if self.shows is not None:
            return (
                ()
                if self.is_read and self.code.isidentifier()
                else (f"print({self.code})  # {self.shows.replace('$', '')}",)
            )
        label, made, _ = self.code.partition(" = ")
        return (self.code, f"print({label})") if made and _VARIABLE.fullmatch(label) else ()


class Trace:
    """The steps since `clear`, and the names of the objects in them."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Start over: no module is known."""
        self._modules: set[str] = set()
        self._imports: dict[str, list[str]] = {}
        self._definitions: dict[str, str] = {}  # what a check itself defined last, by name
        self.clear()

    def clear(self) -> None:
        """Start a new example; what was imported or defined stays known."""
        self._steps: list[_Step] = []
        self._pending = ""
        self._variables = 0
        self._unclear = False

    def module(self, name: str) -> None:
        """`name` labels a module from now on."""
        self._modules.add(name)

    def define(self, name: str, source: str) -> None:
        """`name` labels what the check defines in these lines."""
        self._definitions[name] = source

    def attempt(self, expression: str) -> None:
        """A check is about to do this. If it raises, it becomes the last line."""
        self._pending = expression

    def reading(self, owner: str, name: str) -> None:
        """A check is about to read an attribute. If that raises, it becomes the last line."""
        self.attempt(f"from {owner} import {name}" if owner in self._modules else self.attribute(owner, name))

    def got(self, owner: str, name: str, value: Any, is_object: bool) -> str:
        """An attribute was read. Returns the label of the object that came, if it is one."""
        self._pending = ""
        if owner in self._modules:
            self._import(owner, name)
        expression = self.attribute(owner, name)
        if not is_object:
            self._steps.append(_Step(expression, True, _shown(value)))
        return expression

    def came(self, expression: str, value: Any, is_object: bool) -> str:
        """A call or an operator gave `value`. Returns the label of the object that came, if it is one."""
        self._pending = ""
        self._unclear |= UNKNOWN in expression
        if is_object:
            label = self._next_variable()
            self._steps.append(_Step(f"{label} = {expression}", False))
            return label
        self._steps.append(_Step(expression, False, _shown(value)))
        return ""

    def was_set(self, expression: str) -> None:
        """An attribute was set."""
        self._pending = ""
        self._steps.append(_Step(expression, False))

    def attribute(self, owner: str, name: str) -> str:
        """Python text for an attribute of the object labelled `owner`."""
        return name if owner in self._modules else f"{owner}.{name}"

    def render(self) -> str:
        """The example as lines of Python; empty when it has no short form."""
        steps = self._kept()
        words = set(re.findall(r"\w+", " ".join(steps)))
        given = [line for n, source in self._definitions.items() if n in words for line in source.split("\n")]
        if self._unclear or not steps or len(given) + len(steps) > MAX_LINES:
            return ""
        names: dict[str, str] = {}
        lines = [_VARIABLE.sub(lambda found: _short_name(found[0], names), step) for step in steps]
        return "\n".join([*self._import_lines(words), *given, *lines])

    def _kept(self) -> list[str]:
        """The last line, and the earlier steps that changed an object on which the last line depends."""
        if self._pending and UNKNOWN not in self._pending:
            return [*_related(self._steps, self._pending), self._pending]
        if not self._steps:
            return []
        *before, last = self._steps
        shown = last.told()
        return [*_related(before, last.code), *shown] if shown else []

    def _import_lines(self, words: set[str]) -> list[str]:
        used = {module: [n for n in names if n in words] for module, names in self._imports.items()}
        return [f"from {module} import {', '.join(names)}" for module, names in used.items() if names]

    def _import(self, module: str, name: str) -> None:
        names = self._imports.setdefault(module, [])
        if name not in names:
            names.append(name)

    def _next_variable(self) -> str:
        self._variables += 1
        return f"${self._variables}$"


def _related(steps: list[_Step], last: str) -> list[str]:
    """The steps that share an object with `last`, directly or through each other."""
    changing = [(step.code, _variables(step.code)) for step in steps if not step.is_read]
    wanted = _variables(last)
    while True:
        reached = wanted.union(*(names for _, names in changing if names & wanted))
        if reached == wanted:
            return [code for code, names in changing if names & wanted]
        wanted = reached


def _variables(code: str) -> set[str]:
    return set(_VARIABLE.findall(code))


def _short_name(label: str, names: dict[str, str]) -> str:
    """a, b, c … in the order in which they appear."""
    return names.setdefault(label, chr(ord("a") + len(names)) if len(names) < 26 else f"n{len(names)}")


def call_text(function: str, arguments: tuple[Any, ...], named: dict[str, Any], text: Any) -> str:
    """Python text of a call; `text` renders one argument."""
    parts = [*map(text, arguments), *(f"{name}={text(value)}" for name, value in named.items())]
    return f"{function}({', '.join(parts)})"


def operator_text(name: str, operands: list[str]) -> str:
    """Python text of an operator applied to operands."""
    match name, operands:
        case "neg", [only]:
            return f"-{only}"
        case "getitem", [target, index]:
            return f"{target}[{index}]"
        case "len" | "items", [only]:
            return f"{'len' if name == 'len' else 'list'}({only})"
        case _, [left, right]:
            return f"{left} {_OPERATORS[name]} {right}"
    return UNKNOWN


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}…"
