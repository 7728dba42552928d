"""When an exercise comes, from the text of the lesson."""

import pytest

from grader.lesson import catalog
from grader.lesson.minutes import minutes
from tests.grader.conftest import ROOT


@pytest.mark.parametrize(
    ("lesson", "exercise", "when"),
    [
        ("first_loop", "by_hand", "10–25"),  # where it begins; it is checked later
        ("first_loop", "square", "25–45"),
        ("first_loop", "train", "60–75"),
        ("two_parameters", "formula", "25–40"),
        ("two_parameters", "engine", ""),  # given before the first minute
        ("gradient_check", "suspects", "50–70"),
        ("absolute_loss", "outlier", "65–80"),
    ],
)
def test_minutes_are_those_of_the_heading_above(lesson: str, exercise: str, when: str) -> None:
    """The lesson's own headings and comments say it; no number is written a second time."""
    assert minutes(catalog.load(ROOT, lesson), exercise) == when


def test_a_lesson_without_a_text_says_nothing(kit) -> None:
    """It has no minutes to tell."""
    assert minutes(kit(), "double") == ""
