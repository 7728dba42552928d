"""What wrong models of a lesson are written with: what a probe sees, and what is said about each.

A folder `tests/<lesson>/misconceptions/` holds a module an exercise, named after it, with `STUDY`; see
tests/README.md, "Naming a mistake".
"""

from grader.checking.observed import AN_OBJECT, look, plain, same
from grader.checking.study import Answer, Behaviour, living_in, worded
from grader.checking.unordered import Unordered, seen

__all__ = [
    "AN_OBJECT",
    "Answer",
    "Behaviour",
    "Unordered",
    "living_in",
    "look",
    "plain",
    "same",
    "seen",
    "worded",
]
