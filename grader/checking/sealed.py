"""Texts that only what a student's code shows can open, for a repository that students can read.

A key is made of an observation. Two observations that are equal up to rounding have a key in common: numbers
are told by the cell of a grid that they lie in, whose width fits the precision of a comparison, and one that
lies at the edge of its cell has a key for each side. Whoever can guess the observation can open the text, so
a seal hides a text from readers, and from nobody who tries all answers.
"""

import base64
import hashlib
import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product

from grader.checking.observed import Observed

_MOST = 256  # keys of one observation
_RELATIVE = 1e-6  # precision of large numbers, as in `observed.same`
_WIDTH = 0.5  # of a cell, in precisions
_EDGE = 0.005  # share of a cell, on either side, that counts as its edge: more than rounding makes of it
_FAR = 1e9  # from here on asinh is a logarithm
_SHORT = 8  # bytes of a tag


@dataclass(frozen=True, slots=True)
class Seal:
    """Makes keys of observations. `salt` is no secret: it keeps one study's keys apart from another's."""

    salt: str
    precision: float

    def key(self, observed: Observed) -> bytes:
        """The key that closes."""
        return next(self.keys(observed))

    def keys(self, observed: Observed) -> Iterator[bytes]:
        """All keys that may open: one, as a rule."""
        for told in islice(product(*_pieces(observed, self.precision)), _MOST):
            yield hashlib.sha256(f"{self.salt}\0{' '.join(told)}".encode("utf-8", "replace")).digest()


def tag(key: bytes) -> str:
    """What is written down of a key, to find what it opens. It does not open anything."""
    return hashlib.sha256(b"tag" + key).digest()[:_SHORT].hex()


def closed(key: bytes, content: bytes) -> str:
    """`content` as a text that `opened` reads with the same key."""
    stream = hashlib.shake_256(b"text" + key).digest(len(content))
    return base64.b85encode(bytes(map(int.__xor__, content, stream))).decode()


def opened(key: bytes, text: str) -> bytes:
    """What was closed with this key."""
    content = base64.b85decode(text)
    stream = hashlib.shake_256(b"text" + key).digest(len(content))
    return bytes(map(int.__xor__, content, stream))


def _pieces(value: Observed, precision: float) -> Iterator[tuple[str, ...]]:
    """The parts of an observation in order, each in the ways in which it may be told."""
    if type(value) is tuple:
        yield (f"{len(value)}(",)
        for item in value:
            yield from _pieces(item, precision)
    elif type(value) is dict:
        yield (f"{len(value)}{{",)
        for key in sorted(value, key=repr):
            yield (repr(key),)
            yield from _pieces(value[key], precision)
    elif type(value) in (int, float):
        yield _cells(value, precision)
    else:
        yield (f"{type(value).__name__}:{value!r}",)


def _cells(number: float, precision: float) -> tuple[str, ...]:
    """The cell of a number; of one at its edge, the cell beside it, too."""
    try:
        place = _bent(float(number), precision / _RELATIVE) / (_RELATIVE * _WIDTH) + 0.5
        cell = math.floor(place)
    except (OverflowError, ValueError):  # an int beyond the floats, infinity, not a number
        return (repr(number),)
    beside = cell - 1 if place - cell < _EDGE else cell + 1 if cell + 1 - place < _EDGE else None
    return (str(cell),) if beside is None else (str(cell), str(beside))


def _bent(number: float, scale: float) -> float:
    """The axis bent so that even cells grow with the numbers, as tolerances do, except around 0."""
    if abs(number) < _FAR * scale:
        return math.asinh(number / scale)
    return math.copysign(math.log(abs(number)) - math.log(scale) + math.log(2), number)
