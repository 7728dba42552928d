"""grade.json holds a whole grade, always in the same bytes, and nothing else is read as one."""

import json
import math
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.errors import GraderError, UngradedError, UsageError
from grader.figures import Figure, Series
from grader.grading import record
from grader.model import (
    CheckResult,
    Diagnosis,
    ExerciseResult,
    Grade,
    Provenance,
    Student,
    WrittenResult,
)
from grader.telling import report
from tests.fuzzing import fuzz
from tests.grader.batches import LESSON
from tests.grader.sample_grades import (
    class_page,
    curve,
    every_state,
    golden,
    half_done,
    hostile_text,
    perfect,
    spoken,
    ungraded,
    unread,
)

# --- any grade ---------------------------------------------------------------------------------

numbers = st.integers(-(10**6), 10**6).map(lambda n: n / 100)
words = st.text(max_size=8)


def some(kind: type, **fields: Any) -> st.SearchStrategy[Any]:
    """Tuples of `kind`, with every field drawn and numbers that ten digits can hold."""
    return st.lists(st.builds(kind, **fields), max_size=2).map(tuple)


series = some(Series, name=words, values=st.lists(numbers | st.just(math.nan), max_size=4).map(tuple))
diagnoses = st.builds(Diagnosis, words, words, st.none() | st.integers(1, 99), words, words)
checks = some(
    CheckResult,
    points=numbers,
    max_points=numbers,
    message=words,
    example=words,
    line=st.none() | st.integers(1, 99),
)
exercises = some(
    ExerciseResult,
    points=numbers,
    max_points=numbers,
    checks=checks,
    follow_through=st.booleans(),
    remarks=st.lists(words, max_size=2).map(tuple),
    hint=words,
    diagnosis=st.none() | diagnoses,
    figures=some(Figure, series=series, scale=st.sampled_from(["even", "logarithmic"])),
)
written = some(WrittenResult, points=st.none() | numbers, max_points=numbers, text=words, comment=words)
milestones = st.tuples(words, words, st.none() | st.booleans())
grades = st.builds(
    Grade,
    student=st.builds(Student, words, words),
    status=st.just("graded"),
    points=numbers,
    max_points=numbers,
    pending_points=numbers,
    exercises=exercises,
    written=written,
    done=st.lists(milestones, max_size=3, unique_by=lambda m: m[0]).map(tuple),
    provenance=st.builds(Provenance, seed=st.integers(0, 9)),
    remarks=st.lists(words, max_size=2).map(tuple),
)


@fuzz()
@given(grades)
def test_a_grade_comes_back_as_it_was(grade: Grade) -> None:
    """Nothing is lost on the way to grade.json and back."""
    assert record.loads(record.dumps(grade)) == grade


@fuzz()
@given(hostile_text())
def test_hostile_text_is_only_text(said: str) -> None:
    """Whatever a student says, the record is UTF-8 JSON that reads back to the same bytes."""
    data = record.dumps(spoken(half_done(), said))
    assert record.dumps(record.loads(data)) == data


@pytest.mark.parametrize("grade", [perfect(), half_done(), ungraded()], ids=lambda g: g.student.id)
def test_the_sample_grades_come_back_to_the_same_bytes(grade: Grade) -> None:
    """Graded or not, a record read and written again is the same file."""
    data = record.dumps(grade)
    assert record.dumps(record.loads(data)) == data


def test_the_format_is_the_one_that_others_read() -> None:
    """Keys, their order and every digit are fixed; a change here needs a new schema number."""
    assert golden("grade.json", record.dumps(half_done()).decode())


def test_the_explained_check_stands_in_a_record_only_where_it_says_something() -> None:
    """Records that were written before it came stay as they are."""
    square = half_done().exercises[1]
    assert square.diagnosis is not None
    assert b'"check":' not in record.dumps(half_done())
    explained = replace(square, diagnosis=replace(square.diagnosis, check="test_3"))
    grade = replace(half_done(), exercises=(explained,))
    assert record.loads(record.dumps(grade)) == grade


def test_rounding_hides_the_machine() -> None:
    """Sums that differ in their last bits are the same record, and there is no negative zero."""
    one, other = (replace(perfect(), points=p, pending_points=z) for p, z in ((0.1 + 0.2, -0.0), (0.3, 0.0)))
    assert record.dumps(one) == record.dumps(other)


def test_values_that_are_no_finite_numbers_become_null() -> None:
    """A curve may leave the numbers; JSON has no word for that, so it says null."""
    exploded = replace(perfect().exercises[2], figures=(curve(1.0, math.inf, math.nan),))
    data = record.dumps(replace(perfect(), exercises=(exploded,)))
    assert json.loads(data)["exercises"][0]["figures"][0]["series"][1]["values"] == [1.0, None, None]
    values = record.loads(data).exercises[0].figures[0].series[1].values
    assert values[0] == 1.0
    assert all(map(math.isnan, values[1:]))


def test_points_that_are_no_number_are_our_fault() -> None:
    """A grade whose points are NaN is never written down."""
    with pytest.raises(UngradedError, match="ada"):
        record.dumps(replace(perfect(), points=math.nan))


# --- what is no record -------------------------------------------------------------------------


def changed(path: str, value: Any) -> bytes:
    """The record of a sample grade with one place changed, or removed for Ellipsis."""
    table = json.loads(record.dumps(half_done()))
    *way, last = [int(key) if key.isdigit() else key for key in path.split(".")]
    place: Any = table
    for key in way:
        place = place[key]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return json.dumps(table).encode()


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("schema", "learning-loop/grade/2", "schema should be 'learning-loop/grade/1'"),
        ("schema", ..., "schema should be 'learning-loop/grade/1', but there is nothing"),
        ("points", "61", "points should be a number, but there is '61'"),
        ("points", True, "points should be a number, but there is True"),
        ("points", None, "points should be a number exactly when the status is 'graded'"),
        ("points", 10**400, "points should be a number"),
        ("status", "ungraded", "points should be a number exactly when the status is 'graded'"),
        ("trust", "total", "trust should be 'isolated' or 'advisory'"),
        ("student", [], "student should be an object"),
        ("student.id", 7, "student.id should be a text, but there is 7"),
        ("student.mail", "x", "student should be an object of id, name"),
        ("exercises", {}, "exercises should be a list"),
        ("exercises.1.points", ..., r"exercises\[1\].points should be there, but there is nothing"),
        ("exercises.1.checks.0.status", "ok", r"exercises\[1\].checks\[0\].status should be 'passed' or"),
        ("exercises.1.diagnosis.line", True, "diagnosis.line should be a whole number"),
        ("exercises.1.diagnosis.line", 3.5, "diagnosis.line should be a whole number"),
        ("exercises.2.figures.0.series.1.values.3", "x", r"values\[3\] should be a number"),
        ("done.predicts_sign", 1, r"done\[0\]\[2\] should be true or false"),
        ("done.more", True, "done_titles should be one title for each name in done"),
        ("lesson", "\x1b[31m" * 99 and None, "lesson should be a text, but there is nothing"),
    ],
)
def test_what_is_wrong_is_named(path: str, value: Any, said: str) -> None:
    """Every error says which place holds what, and what it should hold."""
    with pytest.raises(UsageError, match=said) as caught:
        record.loads(changed(path, value))
    assert "grade this submission again" in caught.value.hint


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b"{", b"\xff", b'{"a": 1, "a": 2}', b"NaN", b"[" * 100_000, b"9" * 10_000, b'{"a": 1e999}'],
)
def test_other_files_are_refused(data: bytes) -> None:
    """Broken, foreign or malicious JSON is an error a user can read, never a crash."""
    with pytest.raises(UsageError):
        record.loads(data)


@fuzz()
@given(st.binary(max_size=40))
def test_no_bytes_crash_the_reader(data: bytes) -> None:
    """Whatever is in the file, only errors of ours come out."""
    with pytest.raises(GraderError):
        record.loads(data)


def test_no_key_stands_twice() -> None:
    """Readers differ on which of two values counts, so there are never two."""
    doubled = record.dumps(perfect()).replace(b'"trust":', b'"trust": "advisory", "trust":')
    with pytest.raises(UsageError, match="a key stands twice"):
        record.loads(doubled)


def test_points_are_finite_numbers() -> None:
    """JSON can write a number that is too large for any float."""
    endless = record.dumps(perfect()).replace(b'"points": 55.0', b'"points": 1e999')
    with pytest.raises(UsageError, match="points should be a number, but there is inf"):
        record.loads(endless)


def test_a_field_with_a_default_may_be_absent() -> None:
    """The schema can grow: older records lack what has been added since."""
    older = changed("exercises.0.figures", ...)
    assert record.loads(older).exercises[0].figures == ()


GRADES = [*every_state(), half_done(), perfect("Ada"), perfect("Grace"), ungraded(), unread()]


@pytest.mark.parametrize("grade", GRADES)
def test_a_summary_is_the_same_from_the_record_and_from_the_grade(grade: Grade) -> None:
    """Whoever is graded now stands beside those who were graded before."""
    whole = record.loads(record.dumps(grade))
    assert record.summary(record.dumps(grade)) == record.summary_of(whole)


def test_class_pages_are_the_same_from_summaries() -> None:
    """Nothing that is left out of a summary is on a page of the class."""
    whole = [record.loads(record.dumps(grade)) for grade in GRADES]
    bare = [record.summary(record.dumps(grade)) for grade in GRADES]
    assert class_page(bare, LESSON) == class_page(whole, LESSON)
    assert report.grades_csv(bare, LESSON) == report.grades_csv(whole, LESSON)


def test_a_class_shares_what_is_equal() -> None:
    """Most students have the same result in an exercise, and a class has thousands of them."""
    ada, grace = (record.summary(record.dumps(perfect(name))) for name in ("Ada", "Grace"))
    assert all(one is other for one, other in zip(ada.exercises, grace.exercises, strict=True))
    assert all(one is other for one, other in zip(ada.written, grace.written, strict=True))


@pytest.mark.parametrize("data", [b"", b"[]", b'{"exercises": 1}', b'{"schema": "learning-loop/grade/1"}'])
def test_a_summary_of_no_record_is_refused(data: bytes) -> None:
    """As the record itself is."""
    with pytest.raises(UsageError):
        record.summary(data)


@given(grades)
def test_the_text_is_what_json_itself_would_write(grade: Grade) -> None:
    """A writer of our own is quicker, and no reader of records shall notice."""
    data = record.dumps(grade)
    assert data == f"{json.dumps(json.loads(data), indent=1, ensure_ascii=False)}\n".encode()
