"""How far the written answers are, by a grade or by the checks of a student's own run."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from grader.model import CheckResult, Question, WrittenResult
from grader.telling.story import Standing


@dataclass(frozen=True, slots=True)
class Writing:
    """How far the written answers are."""

    answered: int
    questions: int
    lacking: tuple[str, ...]  # a sentence for each question that lacks something

    @property
    def standing(self) -> Standing:
        return "todo" if self.lacking else "passed"

    @property
    def said(self) -> str:
        """The state in words: "4 of 6 answered"."""
        return f"{self.answered} of {self.questions} answered"


def writing(results: Iterable[WrittenResult]) -> Writing:
    """How far the written answers of a grade are."""
    known = [*results]
    lacking = [f'"{w.title}" is not answered yet' for w in known if w.status == "missing"]
    return Writing(len(known) - len(lacking), len(known), tuple(lacking))


def writing_checked(questions: Sequence[Question], checks: Iterable[CheckResult]) -> Writing:
    """How far they are by their checks, of which each has the name of its question in brackets."""
    titles = {f"[{question.name}]": question.title for question in questions}
    lacking: dict[str, str] = {}
    for check in (check for check in checks if check.status != "passed"):
        about = "".join(check.name.partition("[")[1:])
        title = titles.pop(about, "")
        if about not in lacking:
            lacking[about] = check.message if title in check.message else f'"{title}": {check.message}'
    return Writing(len(titles), len(questions), tuple(lacking.values()))
