"""What a run found crosses to the watching process, and is told as what has changed."""

from dataclasses import replace
from pathlib import Path

import pytest

from grader.watching import standing
from grader.watching.standing import Row, Standing, changes

SQUARE = Row("first_loop", "square", 5.0, "failed", "not right yet")
BACKWARD = Row("first_loop", "backward", 0.0, "todo", "to do")
TRAIN = Row("first_loop", "train", 0.0, "waiting", "waiting for `square`")
HANGS = replace(BACKWARD, standing="timed_out", said="ran too long")
BEFORE = Standing((SQUARE, BACKWARD, TRAIN), "first_loop", "square", "25–45")
DONE = replace(SQUARE, points=15.0, standing="passed", said="done")


def after(*rows: Row, following: str = "backward", minutes: str = "25–45") -> Standing:
    return Standing(rows, "first_loop", following, minutes)


def test_what_is_done_is_told_with_what_is_next() -> None:
    """The words of the issue: points, state, the next exercise, and when it comes in the lesson."""
    said = changes(BEFORE, after(DONE, BACKWARD, TRAIN))
    assert said == "square 5 → 15: done. Next: `backward`, lesson minutes 25–45."


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ((SQUARE, BACKWARD, replace(TRAIN, said="waiting for `backward`")), ""),
        ((SQUARE, BACKWARD, replace(TRAIN, standing="todo", said="to do")), ""),
        ((SQUARE, HANGS, TRAIN), "backward: ran too long."),
        ((replace(SQUARE, points=3.0), BACKWARD, TRAIN), "square 5 → 3: not right yet."),
    ],
    ids=["waits for another", "waits no more", "same points", "worse"],
)
def test_only_what_somebody_did_is_a_change(rows: tuple[Row, ...], said: str) -> None:
    """What waits has not been touched."""
    assert changes(BEFORE, after(*rows)) == said


def test_many_changes_are_not_all_told() -> None:
    """One bracket changes every row; what is done comes first."""
    rows = [Row("first_loop", f"e{n}", 5.0, "passed", "done") for n in range(6)]
    worse = [replace(row, points=0.0, standing="failed", said="not right yet") for row in rows]
    said = changes(Standing((SQUARE, *rows)), after(DONE, *worse, following=""))
    assert said.startswith("square 5 → 15: done. e0 5 → 0: not right yet. e1") and "e2" not in said
    assert said.endswith("4 more have changed.")


def test_an_exercise_of_another_lesson_is_named_with_it() -> None:
    """Below the board of one lesson, others are named in full."""
    mean = Row("two_parameters", "mean", 0.0, "todo", "to do")
    done = replace(mean, points=10.0, standing="passed", said="done")
    assert changes(Standing((mean,)), after(done)).startswith("two_parameters/mean 0 → 10: done.")


def test_a_standing_comes_back_as_it_was_written(tmp_path: Path) -> None:
    """From a file that another process wrote; None where it wrote none, or half of one."""
    place = tmp_path / "standing.json"
    assert standing.read(place) is None
    BEFORE.write(place)
    assert standing.read(place) == BEFORE
    place.write_text(place.read_text()[:-5])
    assert standing.read(place) is None
