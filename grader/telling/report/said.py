"""The checks of one exercise as a reader wants them: sorted by what is to be done, and nothing said twice."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from grader.model import CheckResult, CheckStatus, ExerciseResult

_LATER: tuple[CheckStatus, ...] = ("todo", "waiting")


@dataclass(frozen=True, slots=True)
class Said:
    """What `count` checks say in the same words; `check` has their points together."""

    check: CheckResult
    count: int


def wrong(result: ExerciseResult) -> list[Said]:
    """What is not right: neither passed nor still to do."""
    return _once(c for c in result.checks if c.status != "passed" and c.status not in _LATER)


def later(result: ExerciseResult) -> list[Said]:
    """What waits for code that is not there yet."""
    return _once(c for c in result.checks if c.status in _LATER)


def passed(result: ExerciseResult) -> list[Said]:
    """What is done."""
    return _once(c for c in result.checks if c.status == "passed")


def _once(checks: Iterable[CheckResult]) -> list[Said]:
    """A file that cannot be imported fails every check of it, and needs to be told once."""
    alike: dict[tuple[str, ...], list[CheckResult]] = {}
    for check in checks:
        alike.setdefault((check.status, check.title, check.message, check.example), []).append(check)
    return [_together(group) for group in alike.values()]


def _together(group: list[CheckResult]) -> Said:
    if len(group) == 1:
        return Said(group[0], 1)
    total, possible = (sum(values) for values in zip(*((c.points, c.max_points) for c in group), strict=True))
    return Said(replace(group[0], points=total, max_points=possible), len(group))
