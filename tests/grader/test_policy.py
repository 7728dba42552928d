"""What one course makes of points: worked out by hand, and never put into a record."""

import json
import tomllib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.errors import UsageError
from grader.grading import record
from grader.model import Arrival, Grade, Student
from grader.policy import NO_POLICY, Policy, counted, days_late, from_table, to_table
from grader.telling import report
from tests.fuzzing import fuzz
from tests.grader.sample_grades import LESSON, half_done, perfect, ungraded

HOUR, DAY = 3600.0, 86_400.0
LATE = Policy(due="2026-11-22T23:59:00", per_day=10.0, cap=25.0, grace_hours=2.0, extensions={"eve": 3.0})


def late(seconds: float, student: str = "ada") -> Grade:
    """55 of 55 points for the exercises, and one answer of 1 point of 1, so late."""
    being_wrong, why_reset = perfect().written
    written = (replace(being_wrong, points=0.0), replace(why_reset, points=1.0))
    arrival = Arrival(late=True, late_by=seconds)
    return replace(
        perfect(), student=Student(student, student), written=written, pending_points=0.0, arrival=arrival
    )


@pytest.mark.parametrize(
    ("seconds", "student", "points"),
    [
        (2 * HOUR, "ada", 56.0),  # within the grace
        (2 * HOUR + 1, "ada", 50.4),  # the first day
        (DAY, "ada", 50.4),
        (DAY + 1, "ada", 44.8),  # the second
        (9 * DAY, "ada", 42.0),  # no more than a quarter
        (3 * DAY + 2 * HOUR, "eve", 56.0),  # three more days, and the grace
        (4 * DAY, "eve", 50.4),
    ],
)
def test_each_day_late_costs_its_share(seconds: float, student: str, points: float) -> None:
    assert counted(late(seconds, student), LATE).points == points


def test_the_record_says_what_it_said() -> None:
    """`counted` is a function of the record, and never part of it."""
    grade = late(DAY)
    before = record.dumps(grade)
    counted(grade, LATE)
    assert record.dumps(grade) == before
    assert counted(grade).points == 56.0


@pytest.mark.parametrize(
    ("at", "due", "days"),
    [
        ("2026-11-22 23:59", "2026-11-22T23:59:00", 0),
        ("2026-11-24 00:00", "2026-11-22T23:59:00", 2),
        ("2026-11-20 00:00", "2026-11-22T23:59:00", 0),
        ("", "2026-11-22T23:59:00", None),
        ("2026-11-24 00:00", "", None),
        ("2026-99-99 99:99", "2026-11-22T23:59:00", None),
        ("2026-11-24 00:00", "2026-11-22T23:59:00+01:00", None),
    ],
)
def test_days_come_from_what_the_system_states(at: str, due: str, days: int | None) -> None:
    """A time that cannot be told from another is none."""
    assert days_late(replace(perfect(), arrival=Arrival(at)), Policy(due=due, per_day=10.0)) == days


def test_late_by_an_unknown_time_costs_nothing_and_says_so() -> None:
    found = counted(replace(perfect(), arrival=Arrival(late=True)), LATE)
    assert (found.points, found.notes) == (
        55.0,
        ("late, and nobody says how late, so nothing was taken off",),
    )


def test_times_that_cannot_be_compared_cost_nothing_and_say_so() -> None:
    """One of the two has a time zone."""
    found = counted(replace(perfect(), arrival=Arrival("2026-11-30 12:00+00:00")), LATE)
    assert found.points == 55.0 and "one has a time zone" in found.notes[0]
    there = replace(LATE, due="2026-11-22T23:59:00+01:00")
    assert counted(replace(perfect(), arrival=Arrival("2026-11-22 22:58+00:00")), there).notes == ()


def test_other_points_and_none_at_all() -> None:
    """half_done has 10 of 10, 6 of 15, 10 of 20 and 0 of 10."""
    found = counted(half_done(), Policy(points={"square": 30.0, "by_hand": 0.0, "why_reset": 2.0}))
    assert (found.points, found.max_points) == (6 * 2 + 10.0, 30 + 20 + 10 + 0.5 + 2)
    assert "One step by hand does not count" in found.notes
    assert "Square and its derivative counts 30 points instead of 15" in found.notes


def test_what_is_not_graded_counts_nothing_and_is_no_zero() -> None:
    assert counted(ungraded(), LATE).points is None


def test_a_missing_answer_waits_for_nobody() -> None:
    """An answer that is there waits, as far as it counts."""
    one, other = (replace(w, status="answered", points=None) for w in half_done().written)
    grade = replace(half_done(), written=(replace(one, status="missing"), other))
    assert counted(grade).waiting == other.max_points
    assert counted(grade, Policy(points={other.name: 0.0})).waiting == 0


def test_a_report_says_both_numbers() -> None:
    """Where the two differ, and only there."""
    for show in (report.html, report.markdown):
        page = show(late(DAY), LESSON, LATE)
        assert "56" in page and "50.4" in page and "1 day late: 10 % less" in page
        assert "In your course" not in show(late(DAY), LESSON)


def test_the_table_says_both_numbers() -> None:
    row = report.grades_csv([late(DAY)], LESSON, policy=LATE).splitlines()[1].split(",")
    heads = report.grades_csv([], LESSON).strip().replace('"', "").split(",")
    found = dict(zip(heads, row, strict=True))
    assert (found["points"], found["course_points"], found["course_maximum"]) == ("56.0", "50.4", "56.5")
    assert (found["late"], found["days_late"]) == ('"late"', "1.0")


# --- the file ------------------------------------------------------------------------------------

COURSE = """
[policy]
due = 2026-11-22T23:59:00
per_day = 10
cap = 25
grace_hours = 2

[policy.extensions]
eve = 3
10123 = 1.5

[points]
square = 20
"""


def test_a_course_file_is_read() -> None:
    policy = from_table(tomllib.loads(COURSE))
    assert policy == replace(LATE, extensions={"eve": 3.0, "10123": 1.5}, points={"square": 20.0})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[polcy]", "polcy is no rule"),
        ("[policy]\nperday = 1", "policy.perday is no rule"),
        ("[policy]\nper_day = 101", "policy.per_day should be a number from 0 to 100"),
        ("[policy]\nper_day = true", "policy.per_day should be a number"),
        ("[policy]\ncap = nan", "policy.cap should be a number"),
        ("[policy]\ndue = 2026-11-22", "policy.due should be a date and time"),
        ("[policy]\ndue = 'soon'", "policy.due should be a date and time"),
        ("policy = 3", "policy should be a table"),
        ("[points]\nsquare = -1", "points.square should be a number"),
    ],
)
def test_a_wrong_rule_is_named(text: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        from_table(tomllib.loads(text))


SHARES = st.floats(0, 100, allow_nan=False)
DAYS = st.dictionaries(st.text(max_size=5), st.floats(0, 100), max_size=3)


@fuzz()
@given(SHARES, SHARES, SHARES, DAYS, st.floats(0, 1e7))
def test_points_stay_between_none_and_the_records(
    per_day: float, cap: float, grace: float, extensions: dict[str, float], seconds: float
) -> None:
    """Whatever the rules are; and rules survive the disk."""
    policy = Policy("2026-11-22T23:59:00", per_day, cap, grace, extensions)
    points = counted(late(seconds), policy).points
    assert points is not None and 0 <= points <= 56.0
    assert from_table(json.loads(json.dumps(to_table(policy)))) == policy
    assert counted(late(seconds), NO_POLICY).points == 56.0
