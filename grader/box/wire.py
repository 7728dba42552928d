"""The protocol between the trusted side and the box: one JSON array a line, plain values only.

    request   [id, op, [argument, …]]
    answer    [id, "ok", value]
              [id, "raised", [type names], message, [[file, line, function], …]]

A value is None, a bool, an int, a finite float or a str in JSON's own form, or else a tagged array:

    ["l", …]  list    ["t", …]  tuple    ["d", [key, value], …]  dict    ["f", "nan" | "inf" | "-inf"]
    ["h", n]  a handle: an object that stays where it is

Only exact types cross as values: an instance of a subclass of float crosses as a handle. So no value that
arrives has methods of the student's. Both sides use this module; it needs only the standard library.
"""

from __future__ import annotations  # so that a box need not import `typing`, which takes long

import gc
import itertools
import json
import math
import operator
import re
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

MAX_DEPTH = 20
DEEPEST = 2 * MAX_DEPTH + 4  # brackets around brackets in one line
MAX_INT_BITS = 2_000
MAX_TEXT = 100_000
MAX_ITEMS = 200_000
MAX_PAIRS = 500  # of a dict: colliding keys make the time to build it grow with the square of its size

# The closing quote is optional, so that a text without an end matches up to the end of the line. Otherwise
# the search would start again at every character of it, and take the square of its length.
_QUOTED = re.compile(rb'"(?:[^"\\]|\\.)*+"?')
_HALF = re.compile(r"[\ud800-\udfff]")  # JSON can hold half a character; UTF-8, and so a report, cannot
_BRACKET = re.compile(rb"[\[\]{}]")
PLAIN = {
    type(None),
    bool,
    int,
    float,
    str,
    list,
    tuple,
    dict,
}  # types of values that cross, if their parts do
_ONE_KIND = bytes.maketrans(b"{}", b"[]")
_NO_BRACKETS = bytes(range(256)).translate(None, b"[]{}")
AS_DUE = object()  # see `parse_items`
_SPECIAL = {"nan": math.nan, "inf": math.inf, "-inf": -math.inf}


class WireError(Exception):
    """A line or a value that the protocol has no place for."""


def encode(value: Any, handle_for: Any, depth: int = 0) -> Any:
    """The JSON form of `value`; objects with no plain form become `handle_for(object)`, a number."""
    kind = type(value)
    if kind is float:
        return value if math.isfinite(value) else ["f", repr(value)]
    if value is None or kind is bool:
        return value
    if kind is int:
        if value.bit_length() > MAX_INT_BITS:
            raise WireError("a whole number with more digits than can be checked")
        return value
    if kind is str:
        return _text(value)
    if kind not in (list, tuple, dict):
        return ["h", handle_for(value)]
    if depth >= MAX_DEPTH:
        raise WireError("a value that is nested too deeply to be checked")
    if len(value) > MAX_ITEMS:
        raise WireError("a collection with too many items to be checked")
    if kind is dict:
        if len(value) > MAX_PAIRS:
            raise WireError("a dict with too many items to be checked")
        return ["d", *[[encode(part, handle_for, depth + 1) for part in pair] for pair in value.items()]]
    return ["l" if kind is list else "t", *[encode(item, handle_for, depth + 1) for item in value]]


def decode(form: Any, object_for: Any) -> Any:
    """The value of a JSON form; `object_for(number)` resolves handles. WireError if it is no such form."""
    kind = type(form)
    if form is None or kind is bool:
        return form
    if kind is str:
        return _text(form)
    if kind is int:
        if form.bit_length() > MAX_INT_BITS:
            raise WireError("an integer beyond the limit")
        return form
    if kind is float:
        if not math.isfinite(form):
            raise WireError("a bare special float")
        return form
    if kind is not list or not form:
        raise WireError("a value of no known form")
    return _decode_tagged(form, object_for)


def _decode_tagged(form: list[Any], object_for: Any) -> Any:
    match form:
        case ["l", *items]:
            return [decode(item, object_for) for item in items]
        case ["t", *items]:
            return tuple([decode(item, object_for) for item in items])
        case ["d", *pairs] if len(pairs) <= MAX_PAIRS:
            return dict(_pair(pair, object_for) for pair in pairs)
        case ["f", str(name)] if name in _SPECIAL:
            return _SPECIAL[name]
        case ["h", number] if type(number) is int and 0 <= number < 2**53:
            return object_for(number)
    raise WireError("a value of no known form")


def _pair(pair: Any, object_for: Any) -> tuple[Any, Any]:
    if type(pair) is not list or len(pair) != 2:
        raise WireError("a dict item in an unknown form")
    key = decode(pair[0], object_for)
    try:
        hash(key)
    except TypeError:
        raise WireError("a dict key that Python does not allow as a key") from None
    return key, decode(pair[1], object_for)


def _text(value: str) -> str:
    if len(value) > MAX_TEXT:
        raise WireError("a text that is too long to be checked")
    if not value.isascii() and _HALF.search(value):
        raise WireError("a text with half a character in it (a lone surrogate)")
    return value


def dump_line(frame: list[Any]) -> bytes:
    """One frame as a line."""
    return _encoder.encode(frame).encode("ascii") + b"\n"


def fitting(frame: list[Any], limit: int) -> bytes:
    """The line of an answer, or of an error when it is longer than the trusted side would read."""
    line = dump_line(frame)
    if len(line) <= limit:
        return line
    problem = f"your code gave back more than {limit >> 10} KiB, which is more than can be checked"
    return dump_line([frame[0], "raised", ["OverflowError"], problem, []])


def parse_line(line: bytes) -> list[Any]:
    """The frame of a line. Nesting is capped before anything is parsed. WireError if it is no frame."""
    try:
        frame = _decoder.decode(_shallow(line).decode("ascii"))
    except (ValueError, RecursionError):
        raise WireError("not JSON") from None
    if type(frame) is not list:
        raise WireError("not an array")
    return frame


def parse_items(line: bytes, begin: bytes, due: Sequence[bytes], end: bytes) -> list[Any] | None:
    """The items of a list between `begin` and `end`, with AS_DUE in the place of each that is what is `due`.

    So only what differs is parsed. None if nothing is due, or the line has another form; `parse_line` says
    which.
    """
    found: list[Any] = []
    at, text = len(begin), ""
    if not due or not line.startswith(begin):
        return None
    for number, item in enumerate(due, 1):
        after = b"," if number < len(due) else end
        if line.startswith(item + after, at):
            found.append(AS_DUE)
            at += len(item)
        else:
            try:
                text = text or _shallow(line, at, -len(end)).decode("ascii")
                value, at = _decoder.raw_decode(text, at)
            except (ValueError, RecursionError, WireError):
                return None
            found.append(value)
        if not line.startswith(after, at):
            return None
        at += len(after)
    return found if at == len(line) else None


def _shallow(line: bytes, begin: int = 0, end: int | None = None) -> bytes:
    """The line. WireError where brackets in this part of it are nested too deeply."""
    part = line[begin:end]
    if part.count(b"[") + part.count(b"{") > MAX_DEPTH and not _is_flat(part) and _depth(part) > DEEPEST:
        raise WireError("nested too deeply")
    return line


def parse_own(line: bytes) -> Any:
    """The frame of a line that the trusted side has written, so it needs no checks."""
    return _decoder.decode(line.decode("ascii"))


def _is_flat(line: bytes) -> bool:
    """Whether a line is surely not nested too deeply: the pairs that hold no other go, until none is left."""
    if b"\\" in line:  # then a quote need not be the end of a text
        return False
    brackets = b"".join(line.split(b'"')[::2]).translate(_ONE_KIND, _NO_BRACKETS)
    for _ in range(DEEPEST):
        if not brackets:
            return True
        brackets = brackets.replace(b"[]", b"")
    return not brackets


def _depth(line: bytes) -> int:
    depth = deepest = 0
    for bracket in _BRACKET.findall(_QUOTED.sub(b"", line)):
        depth += 1 if bracket in b"[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _no_constant(name: str) -> Any:
    raise WireError(f"{name} outside of its tag")


# Made once: json.dumps and json.loads with options would make a new coder for each of thousands of lines.
_encoder = json.JSONEncoder(separators=(",", ":"), allow_nan=False, check_circular=False)
_decoder = json.JSONDecoder(parse_constant=_no_constant)


def simplified(value: Any) -> Any:
    """A constant as a plain value, where its type is only another way to write that: Fraction(7, 5) is 1.4.

    Only exact types are changed, so that no code of the student decides what the value is.
    """
    kind = type(value)
    if _is(kind, "types", "MappingProxyType"):
        # The dict behind the proxy, taken without asking it: it may be of a class that the student wrote.
        (value,) = gc.get_referents(value)
        return simplified(value)
    if _is(kind, "fractions", "Fraction") or _is(kind, "decimal", "Decimal"):
        return _simplified_number(value)
    if kind is dict or _is(kind, "collections", "OrderedDict") or _is(kind, "collections", "defaultdict"):
        return {simplified(key): simplified(item) for key, item in value.items()}
    return kind(map(simplified, value)) if kind in (list, tuple) else value


def _simplified_number(value: Any) -> Any:
    try:
        number = float(value)
    except (OverflowError, ValueError):  # no float is near it
        return value
    return int(number) if number.is_integer() and number == value else number


def _is(kind: type, module: str, name: str) -> bool:
    """Whether `kind` is that class of the library. Where its module was never imported, no value can be."""
    return kind is getattr(sys.modules.get(module), name, None)


def crossing(value: Any) -> Any:
    """`value`, simplified; a bare object if it may not cross, so that only this one constant is lost."""
    try:
        value = simplified(value)
        encode(value, lambda _: 0)
    except (WireError, RecursionError):
        return object()
    return value


def public(names: Mapping[str, Any]) -> dict[str, Any]:
    """The constants among the names of a module, as they may cross."""
    return {name: crossing(value) for name, value in names.items() if not name.startswith("_")}


# --- the operators that a check may ask for ----------------------------------------------------


def _items(target: Any) -> list[Any]:
    return list(itertools.islice(iter(target), MAX_ITEMS + 1))  # one more than may cross: no silent cut


_ARITHMETIC = ("add", "sub", "mul", "truediv", "pow", "neg", "getitem")
OPERATORS: dict[str, Callable[..., Any]] = {name: getattr(operator, name) for name in _ARITHMETIC}
OPERATORS.update(len=len, items=_items)
