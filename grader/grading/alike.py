"""Answers in an order in which like stands beside like, so that a person marks them alike."""

import re
import zlib
from collections.abc import Sequence

_WORD = re.compile(r"\w+")
_BITS = 512  # for so many words an answer has a bit each; longer ones share some, which does little harm


def order(answers: Sequence[str]) -> list[int]:
    """The numbers of the answers: from each to the one that has most words in common with it."""
    left = {number: _words(answer) for number, answer in enumerate(answers)}
    found, here = [], next(iter(left.values()), 0)
    while left:
        number = max(left, key=lambda other: (_common(here, left[other]), -other))
        here = left.pop(number)
        found.append(number)
    return found


def _words(answer: str) -> int:
    bits = 0
    for word in _WORD.findall(answer.casefold()):
        bits |= 1 << zlib.crc32(word.encode("utf-8", "replace")) % _BITS
    return bits


def _common(one: int, other: int) -> float:
    either = one | other
    return (one & other).bit_count() / either.bit_count() if either else 1.0
