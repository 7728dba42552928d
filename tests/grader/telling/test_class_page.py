"""The class page says who needs somebody, what the class gets wrong, and which checks to look at."""

from dataclasses import replace

import pytest

from grader.model import CheckResult, Diagnosis, ExerciseResult, Grade, Student
from grader.policy import Policy, counted
from grader.telling.cause import bare, cause
from grader.telling.report import classroom, columns, items
from grader.telling.report.overview import Overview
from tests.grader.sample_grades import LESSON, class_page, half_done, perfect, result, ungraded, unread
from tests.grader.telling.test_report import Page


def named(name: str, grade: Grade) -> Grade:
    return replace(grade, student=Student(name, name))


def scored(name: str, *exercises: ExerciseResult) -> Grade:
    """Somebody with these results, and full marks elsewhere."""
    results = tuple(next((e for e in exercises if e.name == p.name), p) for p in perfect().exercises)
    return replace(named(name, perfect()), exercises=results, points=sum(e.points for e in results))


def fallen(check: str, **changed: object) -> ExerciseResult:
    """`square`, failing its first check like this."""
    failing = result("square", "failed", "passed")
    first = replace(failing.checks[0], title=check, **changed)  # type: ignore[arg-type]
    return replace(failing, status=first.status, checks=(first, *failing.checks[1:]))


def untouched(name: str) -> Grade:
    return scored(name, *(result(e.name, "todo", "todo") for e in LESSON.exercises))


def seen(*grades: Grade) -> classroom.Classroom:
    return classroom.classroom(grades, LESSON)


# --- at a glance -------------------------------------------------------------------------------


def view(*points: float) -> Overview:
    return seen(*(replace(named(f"s{k}", perfect()), points=p) for k, p in enumerate(points))).overview


@pytest.mark.parametrize(
    ("points", "quartiles"),
    [
        ((), None),
        ((7.0,), (7, 7, 7)),
        ((0.0, 10.0, 20.0, 30.0, 40.0), (10, 20, 30)),
        ((0.0, 1.0), (0.25, 0.5, 0.75)),
    ],
)
def test_the_middle_of_the_class(points: tuple[float, ...], quartiles: tuple[float, ...] | None) -> None:
    """Median and quartiles, from one student on."""
    assert view(*points).quartiles == quartiles


def test_every_student_is_in_one_bin() -> None:
    """Nothing and everything are in the picture, too: the last bin holds full marks."""
    bins = view(0.0, 5.4, 5.5, 54.9, 55.0).bins
    assert [each.students for each in bins] == [2, 1, 0, 0, 0, 0, 0, 0, 0, 2]
    assert (bins[0].low, bins[-1].high) == (0, 100)


def test_a_few_students_are_not_drawn() -> None:
    """Below five a picture says less than the table."""
    assert not view(1.0, 2.0, 3.0, 4.0).bins


def test_the_picture_is_told_in_words() -> None:
    """Whoever cannot see it hears the same numbers."""
    shown = Page(class_page([named(f"s{k}", perfect()) for k in range(6)], LESSON))
    assert shown.has("90 to 100 percent: 6 students.")


# --- who needs somebody ------------------------------------------------------------------------


def test_who_has_not_started_is_named() -> None:
    """All is as it was handed out. What could not be read is another matter, and is told as such."""
    shown = seen(untouched("idle"), perfect(), half_done(), unread())
    assert [g.student.id for g in shown.overview.idle] == ["idle"]
    assert [g.student.name for g in shown.unread] == ["Zoë Müller"]


def test_who_is_stuck_at_the_same_place_stands_together() -> None:
    """At the exercise that they have tried and that comes next for them; one alone is not listed."""
    wrong = [scored(name, result("train", "failed")) for name in ("a", "b", "c")]
    shown = seen(*wrong, half_done("d"), half_done("e"), scored("f", result("failure_modes", "failed")))
    assert [(s.exercise.name, len(s.students)) for s in shown.overview.stuck] == [("train", 3), ("square", 2)]


def test_who_lacks_most_points_comes_first() -> None:
    """Of those who have begun and have less than half."""
    low = replace(scored("low", result("train", "failed")), points=20.0)
    lower = scored("lower", *(result(e, "failed") for e in ("train", "square", "by_hand")))
    behind = seen(low, perfect(), lower, untouched("idle")).overview.behind
    assert [g.student.id for g in behind] == ["lower", "low"]


# --- what goes wrong ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("check", "kind", "said"),
    [
        (
            {"title": "engine.py cannot be imported yet.", "message": "engine.py is missing: hand it in"},
            "file",
            "`engine.py` is missing.",
        ),
        (
            {
                "title": "engine.py cannot be imported yet.",
                "message": "engine.py has a syntax error (line 7): x",
            },
            "file",
            "`engine.py` has a syntax error.",
        ),
        (
            {
                "title": "engine.py cannot be imported yet.",
                "message": "engine.py imports something that is not there: numpy",
            },
            "file",
            "`engine.py` imports something that is not there.",
        ),
        (
            {
                "title": "engine.py cannot be imported yet.",
                "message": "engine.py could not be imported: NameError: x",
            },
            "file",
            "`engine.py` cannot be imported.",
        ),
        (
            {
                "title": "engine.py cannot be imported yet.",
                "message": "while engine.py was imported, …",
                "status": "timed_out",
            },
            "file",
            "`engine.py` runs too long while it is imported.",
        ),
        ({"title": "The gradient is 2·x.", "status": "timed_out"}, "timed_out", "The code ran too long."),
        ({"title": "The gradient is 2·x.", "status": "crashed"}, "crashed", "The code crashed."),
        (
            {"title": "The gradient is 2·x.", "status": "invalid"},
            "invalid",
            "The code interfered with grading.",
        ),
        ({"title": "The gradient is 2·x.", "message": "expected 6, got 3"}, "check", "The gradient is 2·x."),
    ],
)
def test_every_cause_is_told(check: dict[str, str], kind: str, said: str) -> None:
    """Also those that have no name of their own; and a summary, which holds no messages, tells the same."""
    title = check.pop("title")
    whole = fallen(title, **check)
    check["title"] = title
    found = cause(whole)
    assert found is not None and (found.kind, found.said) == (kind, said)
    assert cause(replace(whole, checks=tuple(map(bare, whole.checks)))) == found


def test_a_student_cannot_choose_the_cause() -> None:
    """What student code says is in the message, and that is read only where the title is ours."""
    found = cause(fallen("The gradient is 2·x.", message="engine.py is missing"))
    assert found is not None and found.kind == "check"


@pytest.mark.parametrize("status", ["todo", "waiting", "ungraded", "passed"])
def test_what_was_not_tried_is_no_mistake(status: str) -> None:
    """Nor is what could not be checked."""
    assert cause(fallen("The gradient is 2·x.", status=status)) is None


def test_the_most_frequent_trouble_comes_first() -> None:
    """Each is counted once a student, also where a file that is missing fails several exercises."""
    gone = {"title": "engine.py cannot be imported yet.", "message": "engine.py is missing"}
    square = fallen(gone["title"], message=gone["message"])
    both = (square, replace(square, name="train"))
    slip = replace(result("by_hand", "failed"), diagnosis=Diagnosis("sign", "A sign is lost."))
    shown = seen(
        scored("a", *both),
        scored("b", *both),
        scored("c", slip),
        half_done("d"),
        half_done("e"),
        half_done("f"),
    )
    counted = [(t.cause.name, len(t.students)) for t in shown.troubles]
    assert counted[:2] == [("square-missing-factor-2", 3), ("test_2", 3)]
    assert ("is missing", 2) in counted and ("sign", 1) in counted


def test_nobody_is_left_out_of_a_trouble() -> None:
    """The first are shown, the others open: "and 4 more"."""
    made = class_page([half_done(f"S{k:02}") for k in range(12)], LESSON)
    assert Page(made).has("and 4 more")
    wrong = made[made.index('id="troubles"') : made.index('id="standings"')]
    assert all(f">S{k:02}<" in wrong for k in range(12))


# --- check by check ----------------------------------------------------------------------------


def class_of(count: int, passing: slice | range) -> list[Grade]:
    """Students with more and more points in `train`, of whom those in `passing` pass `square`."""
    numbers = range(count)
    good = set(numbers[passing] if isinstance(passing, slice) else passing)
    return [
        scored(
            f"s{k:02}",
            result("square", "passed" if k in good else "failed"),
            result("train", *["passed"] * k, *["failed"] * (count - k)),
        )
        for k in numbers
    ]


def first_item(grades: list[Grade], exercise: str = "square") -> items.Item:
    return next(found[0] for e, found in items.items(grades, LESSON) if e.name == exercise)


def test_discrimination_is_the_correlation_with_the_rest() -> None:
    """As the textbook computes it, from the points of all other checks."""
    from statistics import correlation

    grades = class_of(20, range(0, 20, 3))
    passed = [float(k % 3 == 0) for k in range(20)]
    rest = [(g.points or 0) - 15 * p for g, p in zip(grades, passed, strict=True)]
    assert first_item(grades).discrimination == pytest.approx(correlation(passed, rest))
    assert (first_item(grades).passed, first_item(grades).students) == (7, 20)


@pytest.mark.parametrize(
    ("passing", "flag"),
    [
        (slice(0, 0), "nobody passes"),
        (slice(0, 20), "nobody fails"),
        (slice(0, 10), "who passes it does worse elsewhere"),
        (slice(10, 20), ""),
        (range(0, 20, 2), ""),
    ],
)
def test_a_flag_means_something(passing: slice | range, flag: str) -> None:
    """Nobody, everybody, or those who are worse at all else; not what chance brings about."""
    assert first_item(class_of(20, passing)).flag == flag


def test_a_small_class_has_no_such_figures() -> None:
    """Under twenty students they would say more about chance than about checks."""
    assert not items.items(class_of(19, slice(0, 10)), LESSON)


def test_a_check_keeps_its_title_when_a_file_was_missing() -> None:
    """The claim stands in the table, not what went wrong for the first who failed."""
    lost = scored("a", fallen("engine.py cannot be imported yet.", message="engine.py is missing"))
    fine = [scored(f"s{k}", result("square", "passed", "passed")) for k in range(20)]
    assert first_item([lost, *fine]).title == "Claim 1 about `square`"


def test_a_check_of_no_points_is_no_danger() -> None:
    """A record may hold one: nothing is divided by nothing."""
    free = CheckResult("free", "Free", "passed", 0.0, 0.0)
    grades = [scored(f"s{k}", replace(result("square", "passed"), checks=(free,))) for k in range(20)]
    assert first_item(grades).discrimination is None


def test_the_page_of_ungraded_students_alone_has_no_figures() -> None:
    """Nothing is said about points that nobody has."""
    shown = Page(class_page([ungraded()], LESSON))
    assert not shown.has("median") and shown.has("Could not be graded")


# --- the table ---------------------------------------------------------------------------------


def heads(*grades: Grade) -> list[str]:
    shown = columns.columns(seen(*grades).rows, LESSON)
    return [column.title for column in shown.shown]


def test_what_is_the_same_for_everybody_is_said_once() -> None:
    """Columns that say nothing fold into a sentence, exercises too; the total stays."""
    wrong = scored("a", result("square", "failed"))
    assert heads(wrong, perfect()) == ["square", "Total"]
    assert Page(class_page([wrong, perfect()], LESSON)).has(
        "The same for everybody: by_hand done, 10; train done, 20; failure_modes done, 10; "
        "To mark 1.5; State graded; Trust isolated."
    )


def test_what_counts_in_the_course_stands_beside_the_total() -> None:
    """Else the page says other points than grades.csv and the sheet of the learning system."""
    rules = Policy(points={"square": 30.0})
    page = Page(class_page([perfect(), half_done()], LESSON, policy=rules))
    for grade in (perfect(), half_done()):
        found = counted(grade, rules)
        assert page.has(f"In your course of {found.max_points:g}") and page.has(f"{found.points:g}")
    shown = columns.columns(seen(perfect(), half_done()).rows, LESSON, rules).shown
    [column] = [each for each in shown if each.title == "In your course"]
    assert [column.cell(row).text for row in seen(perfect(), ungraded()).rows][1] == "–"
    assert not Page(class_page([perfect(), half_done()], LESSON)).has("your course")


def test_one_student_has_all_columns() -> None:
    """Of one, everything is the same."""
    names = [e.name for e in LESSON.exercises]
    assert heads(perfect()) == [*names, "Total", "To mark", "State", "Trust"]


def test_what_differs_is_shown() -> None:
    """Somebody could not be graded, and somebody ran with less protection."""
    assert heads(perfect(), ungraded())[-3:] == ["To mark", "State", "Trust"]
    assert heads(perfect(), replace(half_done(), trust="advisory"))[-1] == "Trust"


def test_the_possible_points_stand_in_the_head_where_they_are_the_same() -> None:
    """Else, when some have been marked, in each row."""
    marked = replace(perfect(), written=(replace(perfect().written[0], points=0.5), *perfect().written[1:]))
    shown = Page(class_page([perfect(), half_done()], LESSON))
    assert shown.has("Total of 55")
    assert Page(class_page([marked, half_done()], LESSON)).has("55.5 of 55.5")
