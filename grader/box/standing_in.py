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


ABSENT = object()  # in the place of what was not there


def put(
    working: dict[str, Any], names: Iterable[str], into: MutableMapping[str, Any]
) -> list[tuple[Any, str, Any]]:
    """Put these `names` of a working version into a module; without names, all that it defines.

    A name that only a class of the working version has is a method: it goes into the student's class of the
    same name. Returns for `take_back` what stood there before, as (module or class, name, value or ABSENT).
    """
    listed = [*names] or [name for name in working if not name.startswith("__")]
    before: list[tuple[Any, str, Any]] = []
    for name in listed:
        if name in working:
            before.append((into, name, into.get(name, ABSENT)))
            _keep_additions(into.get(name), working[name])
            into[name] = working[name]
    methods = [name for name in listed if name not in working]
    for label, new in [(label, new) for label, new in working.items() if isinstance(new, type)]:
        before += _put_methods(working, label, new, methods, into)
    return before


def take_back(before: list[tuple[Any, str, Any]]) -> None:
    """Undo what one `put` or several in turn have done; nothing is left in the list."""
    while before:
        place, name, value = before.pop()
        if isinstance(place, type):
            delattr(place, name) if value is ABSENT else setattr(place, name, value)
        elif value is ABSENT:
            place.pop(name, None)
        else:
            place[name] = value


def _put_methods(
    working: dict[str, Any], label: str, new: type, methods: list[str], into: MutableMapping[str, Any]
) -> list[tuple[Any, str, Any]]:
    """Put those of `methods` that the class `new` has into the student's class; what stood there before."""
    theirs, own = into.get(label), vars(new)
    found = [name for name in methods if name in own]
    if not found or not issubclass(type(theirs), type):
        return []
    before = [(theirs, name, vars(theirs).get(name, ABSENT)) for name in found]
    for name in found:
        setattr(theirs, name, own[name])
    working[label] = theirs  # what the working methods make and ask for is of the student's class
    return before


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
