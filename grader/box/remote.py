"""The trusted side of the wire: stand-ins for the student's modules and objects.

A stand-in behaves as the object does for what checks use: attributes, calls, operators, `len`, indexing and
iteration. Student code decides nothing through it: a stand-in has no truth value, equals only itself, and
gives only exact plain values.

The box keeps an object until the next check begins, whether or not a stand-in of it still exists. The moment
at which Python deletes a stand-in depends on chance, and a grade must not.

Everything that is done through stand-ins is written down as Python, so that a check that fails can show what
it did as lines to run (see `Trace`).
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NoReturn

from grader.box import wire
from grader.box.constants import AnObject
from grader.box.discretion import Discretion
from grader.box.trace import UNKNOWN, Trace, call_text, operator_text
from grader.student import Place, Stopped, StudentError, student_error

Ask = Callable[[str, list[Any]], list[Any]]


class Conversation:
    """A conversation with one host: sends requests through `ask` and turns answers into values."""

    def __init__(self, ask: Ask, stopped: Callable[[Stopped], None] = lambda _: None) -> None:
        """`stopped` is called with each `Stopped` before that is raised."""
        self._ask = ask
        self._stopped = stopped
        self.trace = Trace()
        self.discretion: Discretion | None = None  # while working code of ours is in the box

    def fresh(self, replaced: Mapping[str, str], patches: Mapping[str, Mapping[str, str]]) -> None:
        """Forget all objects; the next import of a module runs its source anew."""
        self.trace.forget()
        if self.request("fresh", dict(replaced), {k: dict(v) for k, v in patches.items()}) is not None:
            self._stop("its answer at the beginning of a check had an unknown form")

    def module(self, name: str) -> "RemoteObject":
        """The student's module `name`. Raises the student's exception when its import fails."""
        found = self.request("import", name)
        if type(found) is not RemoteObject:
            self._stop(f"{name}.py replaced its own module with something else")
        self.trace.module(name)
        _label(found, name)
        return found

    def define(self, source: str, name: str) -> "RemoteObject":
        """What `source`, a text of a suite, calls `name`: a function or a class for student code to use."""
        found = self.request("define", source, name)
        if type(found) is not RemoteObject:
            self._stop("something else came in place of what a check defined")
        self.trace.define(name, source)
        _label(found, name)
        return found

    def constants(self, name: str) -> dict[str, Any]:
        """All constants of the student's module `name`; what is no plain value is `AnObject`."""
        found = self.request("constants", name)
        if type(found) is not dict or not all(type(key) is str for key in found):
            self._stop("its answer was not a list of constants")
        return {key: _without_handles(value) for key, value in found.items()}

    def answers(self, name: str) -> tuple[dict[str, Any], list[Any]]:
        """The constants of a module that cannot be imported, as far as they go, and what is lost of it."""
        match self.request("answers", name):
            case [dict(found), list(lost)] if all(type(key) is str for key in found):
                pass
            case _:
                self._stop("its answer was not a list of constants")
        return {key: _without_handles(value) for key, value in found.items()}, lost

    def _stop(self, how: str) -> NoReturn:
        stop = _interfered(how)
        self._stopped(stop)
        raise stop

    def request(self, op: str, *arguments: Any) -> Any:
        """One question, one answer."""
        form = wire.encode(list(arguments), self._handle_of)
        try:
            return self._result(self._ask(op, form))
        except Stopped as stop:
            self._stopped(stop)
            raise

    def _handle_of(self, value: Any) -> int:
        if type(value) is not RemoteObject:
            raise TypeError(f"a check cannot hand a {type(value).__name__} to student code")
        return object.__getattribute__(value, "_handle")  # type: ignore[no-any-return]

    def _result(self, frame: list[Any]) -> Any:
        try:
            match frame:
                case [_, "ok", form]:
                    value = wire.decode(form, lambda number: RemoteObject(self, number))
                    return value if self.discretion is None else self.discretion.value(value)
                case [_, "raised", list(names), str(message), list(places)]:
                    error = _error(names, message, places)
                    if self.discretion is not None:
                        self.discretion.error(error)
                    raise error
        except wire.WireError as error:
            raise _interfered(f"its answer held {error}") from None
        raise _interfered("its answer had an unknown form")


def _without_handles(value: Any) -> Any:
    if type(value) in (list, tuple):
        return type(value)(map(_without_handles, value))
    if type(value) is dict:
        return {_without_handles(key): _without_handles(item) for key, item in value.items()}
    return AnObject() if type(value) is RemoteObject else value


def _interfered(how: str) -> Stopped:
    return Stopped("invalid", f"the submission interfered with grading: {how}")


def _error(names: list[Any], message: str, places: list[Any]) -> StudentError:
    found = []
    for place in places[:20]:
        match place:
            case [str(file), int(line), str(function), *more] if type(line) is int and 0 < line < 10**7:
                found.append(Place(_whole(file[:100]), line, _whole(function[:200]), _column(more)))
            case _:
                raise wire.WireError("a place in an unknown form")
    if not all(type(name) is str for name in names):
        raise wire.WireError("a type name that is not a text")
    return student_error([_whole(name[:200]) for name in names[:20]], _whole(message[:2000]), tuple(found))


def _whole(text: str) -> str:
    """`text` with each half of a character, which JSON can hold, written as an escape."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


class RemoteObject:
    """Stands for an object in the box. Its own two fields are read without `__getattr__`."""

    __slots__ = ("_conversation", "_handle", "_label")

    def __init__(self, conversation: Conversation, handle: int) -> None:
        object.__setattr__(self, "_conversation", conversation)
        object.__setattr__(self, "_handle", handle)
        object.__setattr__(self, "_label", UNKNOWN)

    def __getattribute__(self, name: str) -> Any:
        if name.startswith("__") and name.endswith("__"):
            return object.__getattribute__(self, name)
        conversation, _, owner = _parts(self)
        conversation.trace.reading(owner, name)
        found = conversation.request("get", self, name)
        return _label(found, conversation.trace.got(owner, name, found, type(found) is RemoteObject))

    def __setattr__(self, name: str, value: Any) -> None:
        if name.startswith("__"):
            raise AttributeError(f"a check cannot set {name}")
        conversation, _, owner = _parts(self)
        expression = f"{owner}.{name} = {_text(value)}"
        conversation.trace.attempt(expression)
        conversation.request("set", self, name, value)
        conversation.trace.was_set(expression)

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        conversation, _, function = _parts(self)
        expression = call_text(function, arguments, named, _text)
        return _perform(conversation, expression, "call", self, arguments, named)

    def __len__(self) -> int:
        length = _operate("len", self)
        if type(length) is not int or not 0 <= length <= wire.MAX_ITEMS:
            # list() and tuple() make room for as many items as this says.
            raise TypeError(f"len() should be a whole number up to {wire.MAX_ITEMS}")
        return length

    def __getitem__(self, index: Any) -> Any:
        return _operate("getitem", self, index)

    def __iter__(self) -> Iterator[Any]:
        items = _operate("items", self)
        if type(items) is not list:
            raise TypeError("iterating over the student's object gave no items")
        return iter(items)

    def __neg__(self) -> Any:
        return _operate("neg", self)

    def __bool__(self) -> bool:
        raise TypeError("an object of the student has no truth value for a check; look at its numbers")

    def __repr__(self) -> str:
        return "…"  # what it would say of itself is not asked: a report shows numbers


def _parts(remote: RemoteObject) -> tuple[Conversation, int, str]:
    read = object.__getattribute__
    return read(remote, "_conversation"), read(remote, "_handle"), read(remote, "_label")


def _label(found: Any, label: str) -> Any:
    if type(found) is RemoteObject:
        object.__setattr__(found, "_label", label)
    return found


def _text(value: Any) -> str:
    """Python text of an argument, which may be a list or a tuple with objects in it."""
    if type(value) is list:
        return f"[{', '.join(map(_text, value))}]"
    if type(value) is tuple:
        return f"({', '.join(map(_text, value))}{',' * (len(value) == 1)})"
    return _parts(value)[2] if type(value) is RemoteObject else repr(value)


def _perform(conversation: Conversation, expression: str, op: str, *arguments: Any) -> Any:
    conversation.trace.attempt(expression)
    found = conversation.request(op, *arguments)
    return _label(found, conversation.trace.came(expression, found, type(found) is RemoteObject))


def _operate(name: str, *operands: Any) -> Any:
    remote = next(o for o in operands if type(o) is RemoteObject)
    expression = operator_text(name, [_text(o) for o in operands])
    return _perform(_parts(remote)[0], expression, "op", name, *operands)


def _forward(name: str) -> Callable[[Any, Any], Any]:
    return lambda self, other: _operate(name, self, other)


def _reflected(name: str) -> Callable[[Any, Any], Any]:
    return lambda self, other: _operate(name, other, self)


for _name in ("add", "sub", "mul", "truediv", "pow"):
    setattr(RemoteObject, f"__{_name}__", _forward(_name))
    setattr(RemoteObject, f"__r{_name}__", _reflected(_name))


def _column(more: list[Any]) -> int:
    """What follows a place: of a syntax error where in its line; 0 where that is nowhere."""
    match more:
        case [] | [int()] if not any(type(column) is bool for column in more):
            return next((column for column in more if 0 < column < 10**7), 0)
    raise wire.WireError("a place in an unknown form")
