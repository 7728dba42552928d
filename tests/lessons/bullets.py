"""The bullets of a written answer, however they are marked. Empty ones, which a template leaves, are none."""

import re

_BULLET = re.compile(r"\s*(?:[-*+•–]|\d+[.)]?).*[^\W\d_]")


def bullets(answer):
    """The lines that begin like a bullet and say something."""
    return [line for line in answer.splitlines() if _BULLET.match(line)]
