"""A snapshot of what student modules hold. It shows whether a check has changed any of it.

If a module takes long to load, it is kept for the next check, provided that every object in it is as it was
after its import. Where that cannot be told, the module is imported again. Student code could lie here, but
that would only deceive its own next check.

Runs in a box, and needs only the standard library.
"""

from __future__ import annotations

import sys
import types

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

MOST = 20_000  # objects; a module that holds more is imported again

_CONSTANT = (
    type(None), bool, int, float, complex, str, bytes, range, types.BuiltinFunctionType, types.CodeType,
    types.GetSetDescriptorType, types.MemberDescriptorType, types.WrapperDescriptorType,
    types.MethodDescriptorType, types.MethodWrapperType, types.ClassMethodDescriptorType, types.EllipsisType,
    types.NotImplementedType,
)  # fmt: skip
_DUNDER_OF_MODULES = {"__builtins__", "__loader__", "__spec__", "__cached__"}
_mro, _vars = type.__dict__["__mro__"].__get__, type.__dict__["__dict__"].__get__


class _UnknownError(Exception):
    """An object of a kind that cannot be looked into."""


class Snapshot:
    """The modules `names` that are loaded now, and everything that can be reached from them."""

    def __init__(self, names: Iterable[str]) -> None:
        self.modules = {name: sys.modules[name] for name in names if name in sys.modules}
        self._known = self._look()

    def unchanged(self) -> bool:
        """Whether all of it is as it was. False where that cannot be told."""
        loaded = all(sys.modules.get(name) is module for name, module in self.modules.items())
        return loaded and self._known is not None and self._same(self._look())

    def _same(self, now: list[Any] | None) -> bool:
        known = self._known
        if now is None or known is None or len(now) != len(known):
            return False
        return all(one is other for one, other in zip(now, known, strict=True))

    def _look(self) -> list[Any] | None:
        """All objects, in an order that depends only on them; None if one of them cannot be looked into.

        The list holds each object, after it those that it holds, and a mark for the end of them.
        """
        found: list[Any] = []
        seen: set[int] = set()
        waiting: list[Any] = [*self.modules.values()]
        try:
            while waiting:
                value = waiting.pop()
                found.append(value)
                if id(value) not in seen and type(value) not in _CONSTANT:
                    seen.add(id(value))
                    inside = [*self._inside(value)]
                    found += [*inside, _Mark]
                    waiting += inside
                if len(found) > MOST:
                    return None
        except (_UnknownError, RuntimeError):
            return None
        return found

    def _inside(self, value: Any) -> Iterator[Any]:
        kind = type(value)
        if kind is types.ModuleType:
            if value in self.modules.values():
                yield from (v for k, v in vars(value).items() if k not in _DUNDER_OF_MODULES for v in (k, v))
        elif kind in (list, tuple, set, frozenset):
            yield from value
        elif kind in (dict, types.MappingProxyType):
            yield from (part for pair in value.items() for part in pair)
        elif kind is types.FunctionType:
            yield from (value.__code__, value.__defaults__, value.__kwdefaults__, vars(value))
            yield from (_content(cell) for cell in value.__closure__ or ())
        elif kind is types.MethodType:
            yield from (value.__func__, value.__self__)
        elif kind in (staticmethod, classmethod):
            yield value.__func__
        elif kind is property:
            yield from (value.fget, value.fset, value.fdel)
        elif isinstance(value, type):
            if self._own(value):
                yield from (_mro(value), *(part for pair in _vars(value).items() for part in pair))
        elif self._own(kind) and kind.__flags__ & _HEAP and not _in_c(kind):
            yield from (kind, getattr(value, "__dict__", None), *_slots(value))
        else:
            raise _UnknownError

    def _own(self, kind: type) -> bool:
        """Whether the student wrote this class. Classes of the library do not change."""
        return _vars(kind).get("__module__") in self.modules


class _Mark:
    """Stands after what an object holds."""


_HEAP = 1 << 9  # Py_TPFLAGS_HEAPTYPE: made by a class statement
_PLAIN_BASES = (object, Exception, BaseException)


def _in_c(kind: type) -> bool:
    """Whether instances hold data that only C code can see, as instances of a subclass of list do."""
    return any(not base.__flags__ & _HEAP and base not in _PLAIN_BASES for base in _mro(kind))


def _content(cell: Any) -> Any:
    try:
        return cell.cell_contents
    except ValueError:  # not filled yet
        return None


def _slots(value: Any) -> Iterator[Any]:
    for base in _mro(type(value)):
        for member in _vars(base).values():
            if type(member) is types.MemberDescriptorType:
                try:
                    yield member.__get__(value)
                except AttributeError:
                    yield None
