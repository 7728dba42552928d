"""How much of a student's text may get into a record, whatever a submission answers.

Each text has a greatest length, and all texts of one grade together share one budget, because the reports of
a class have to fit into browsers, gradebooks and mails. Honest work needs about a tenth of the budget.
"""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from grader.model import CheckResult, Diagnosis, ExerciseResult

MAX_TEXT = 2_000  # characters of one text
MAX_REMARKS = 20
MAX_TOTAL = 50_000  # characters of one grade, written answers aside: these have a limit of their own
_NUMBER = 20  # characters that a number counts as


class CharactersLeft:
    """The characters that are left for one grade."""

    def __init__(self, left: int = MAX_TOTAL) -> None:
        self.left = left

    def exercise(self, result: ExerciseResult) -> ExerciseResult:
        """`result` with what fits of its texts, pictures and remarks; its checks and points stay."""
        return replace(
            result,
            checks=tuple(map(self._check, result.checks)),
            remarks=self.remarks(result.remarks),
            diagnosis=self._diagnosis(result.diagnosis),
            figures=self._whole(result.figures),
        )

    def text(self, said: str) -> str:
        """`said`, or its beginning."""
        limit = max(min(MAX_TEXT, self.left), 0)
        shown = said if len(said) <= limit else f"{said[:limit]}…"
        self.left -= len(shown)
        return shown

    def remarks(self, said: Iterable[str]) -> tuple[str, ...]:
        """The first remarks, and how many more there were."""
        first, more = list(said), 0
        if len(first) > MAX_REMARKS:
            first, more = first[:MAX_REMARKS], len(first) - MAX_REMARKS
        shown = tuple(map(self.text, first))
        return (*shown, f"and {more:,} more remarks like these") if more else shown

    def _check(self, result: CheckResult) -> CheckResult:
        message, example = self.text(result.message), self.text(result.example)
        return replace(result, message=message, example=example, graph=self._whole(result.graph))

    def _diagnosis(self, found: Diagnosis | None) -> Diagnosis | None:
        if found is None:
            return None
        return replace(found, message=self.text(found.message), question=self.text(found.question))

    def _whole(self, pictures: tuple[Any, ...]) -> tuple[Any, ...]:
        """`pictures`, or none of them: half a graph says something wrong."""
        cost = _cost(pictures)
        if cost > self.left:
            return ()
        self.left -= cost
        return pictures


def _cost(value: Any) -> int:
    if isinstance(value, str):
        return len(value)
    if isinstance(value, tuple):
        return sum(map(_cost, value))
    if is_dataclass(value):
        return sum(_cost(getattr(value, field.name)) for field in fields(value))
    return _NUMBER
