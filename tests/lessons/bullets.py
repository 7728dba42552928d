"""The bullets of a written answer, however they are marked. Empty ones, which a template leaves, are none."""

from itertools import dropwhile

_SIGNS = "-*+•–"


def bullets(answer):
    """The lines that begin with a sign, or with a number as `1.` or `2)`, and say something after it."""
    return [line for line in map(str.strip, answer.splitlines()) if any(map(str.isalnum, _after_mark(line)))]


def _after_mark(line):
    if line[:1].isdigit():
        return dropwhile(str.isdigit, line)
    return line[1:] if line.startswith(tuple(_SIGNS)) else ""
