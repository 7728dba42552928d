"""The board, the notebook, the report and the class's table send a student to the same place."""

import io
from dataclasses import replace

import pytest
from rich.console import Console

from grader.checking.ledger import Ledger
from grader.checking.next_step import next_step
from grader.grading import progress
from grader.model import CheckResult
from grader.telling import report
from grader.telling.card import Card
from tests.grader.sample_grades import LESSON, half_done, result


@pytest.mark.parametrize(
    ("standings", "name"),
    [
        ([], None),
        ([("a", "passed", False)], None),
        ([("a", "todo", False), ("b", "waiting", True)], "a"),
        ([("a", "todo", False), ("b", "failed", False), ("c", "failed", False)], "b"),
        ([("a", "todo", False), ("b", "failed", True)], "a"),
        ([("a", "waiting", False), ("b", "ungraded", False)], "b"),
    ],
)
def test_what_was_tried_and_is_wrong_comes_first(standings, name) -> None:
    """Then what is to do. What builds on undone work waits, also where it got a working version."""
    assert next_step(standings) == name


def test_report_and_table_agree_with_the_board() -> None:
    """With `by_hand` to do and `square` wrong, the board explains `square`; so do report and table."""
    _, second, *others = half_done().exercises
    grade = replace(half_done(), exercises=(result("by_hand", "todo"), second, *others))
    assert "Next: Square and its derivative" in report.markdown(grade, LESSON)
    assert "#exercise-square" in report.html(grade, LESSON).partition("Next:")[2][:60]
    log = Console(file=io.StringIO(), width=120)
    log.print(progress.table([grade]))
    assert "square: missing factor 2" in log.file.getvalue()


def test_a_notebook_agrees_with_the_board() -> None:
    """A cell that checks several exercises explains the one that the board would."""
    ledger = Ledger(LESSON, {})
    for name, status in (("by_hand", "todo"), ("square", "failed")):
        ledger.add(name, CheckResult("test", f"About {name}.", status, 0, 1, "it is so"))
    assert ledger.next_exercise() == "square"
    assert "About square." in repr(Card(ledger, ["by_hand", "square"]))
    assert "About square." not in repr(Card(ledger, ["by_hand"]))
