"""Puts names of a working version in the place of a student's, and keeps what the student added to a class.

`mother` loads this into every box, so it imports nothing of ours.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, MutableMapping
    from typing import Any

_FUNCTIONS = (type(lambda: None), staticmethod, classmethod)
_OPERATORS = {
    f"__{way}{name}__" for name in ("add", "sub", "mul", "truediv", "pow") for way in ("", "r", "i")
}
_ADDED = {*_OPERATORS, "__neg__", "__pos__", "__abs__", "__repr__"}


def put(working: dict[str, Any], names: Iterable[str], into: MutableMapping[str, Any]) -> None:
    """Put these `names` of a working version into a module; without names, all that it defines."""
    for name in [*names] or [name for name in working if not name.startswith("__")]:
        _keep_additions(into.get(name), working[name])
        into[name] = working[name]


def _keep_additions(old: Any, new: Any) -> None:
    """Give a class that takes the place of another the functions that only the old one has.

    Other files may use a helper that a student has added. Of the names with underscores on both sides only
    those of operators are taken: the others say what a class is.
    """
    if isinstance(new, type) and issubclass(type(old), type):
        for name, value in vars(old).items():
            special = name.startswith("__") and name not in _ADDED
            if type(value) in _FUNCTIONS and not special and name not in vars(new):
                setattr(new, name, value)
