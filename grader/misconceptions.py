"""What authors of a lesson import to write wrong models: studies, probes, and the words for each mistake.

The package `tests/<lesson>/misconceptions/` holds a module for each exercise, and `STUDIES`, the studies of
all of them; see tests/README.md, "Naming a mistake".
"""

from grader.checking.observed import AN_OBJECT, look, plain, same
from grader.checking.recorded import recorded
from grader.checking.study import Answer, Behaviour, Says, Strange, living_in, worded
from grader.checking.unordered import Unordered, seen

__all__ = [
    "AN_OBJECT",
    "Answer",
    "Behaviour",
    "Says",
    "Strange",
    "Unordered",
    "living_in",
    "look",
    "plain",
    "recorded",
    "same",
    "seen",
    "worded",
]
