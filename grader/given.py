"""What a person gave for an exercise, in place of the points that its checks gave."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Given:
    """The points that count."""

    points: float
    comment: str = ""
    by: str = ""  # who, "" where nobody said
    at: str = ""  # the day, as in 2026-01-31
    again: bool = False  # the work, or what the checks gave for it, has changed since


class Scored(Protocol):
    """The result of a check."""

    @property
    def points(self) -> float: ...


def checked(checks: Iterable[Scored]) -> float:
    """The points that the checks of an exercise gave, whatever a person made of them later."""
    return round(sum(check.points for check in checks), 2)
