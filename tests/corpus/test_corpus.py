"""The corpus, graded in the box: points are lost where they should be, and mistakes get their right names."""

from pathlib import Path

import pytest

from grader.grading import session
from grader.lesson import catalog
from tests import corpus

ROOT = catalog.find_root(Path(__file__).parent)
LESSONS = {name: catalog.load(ROOT, name) for name in corpus.lessons()}
each_lesson = pytest.mark.parametrize("name", [*LESSONS])


def each(kind):
    """Every member of one kind, with each thing that an engine may keep children in."""
    wanted = [(LESSONS[n], m, kept) for n in LESSONS for m in corpus.members(kind, n) for kept in m.kinds]
    ids = [f"{lesson.name}-{member.name}-{kept}" for lesson, member, kept in wanted]
    return pytest.mark.parametrize("lesson, member, kept", wanted, ids=ids)


@each("wrong")
def test_wrong_submission_loses_points_where_it_should_and_is_named(lesson, member, kept):
    """Each mistake costs its own exercise only, and is named rightly; what nobody can know is not named."""
    grade = session.grade(lesson, corpus.submission(lesson, member, kept))
    assert corpus.problems(member, grade) == []
    assert [row for row in corpus.rows(member, grade) if row[1] != row[2]] == []


@each("right")
def test_right_submission_keeps_every_point(lesson, member, kept):
    """Right in any honest style means full marks, and nothing is diagnosed."""
    grade = session.grade(lesson, corpus.submission(lesson, member, kept))
    assert corpus.problems(member, grade) == []
    assert [e.name for e in grade.exercises if e.diagnosis] == []


@each_lesson
def test_corpus_is_large_enough(name):
    """At least 60 wrong and 15 right submissions, and at most one wrong one in ten that nobody can name."""
    wrong = corpus.members("wrong", name)
    expected = [slug for member in wrong for slug in member.expected.values()]
    assert len(wrong) >= 60 and len(corpus.members("right", name)) >= 15
    assert expected.count("none") <= 0.1 * len(expected)


@each_lesson
def test_every_wrong_submission_says_what_is_expected(name):
    """No member of the wrong half is without an expectation, and every expectation has its member."""
    wrong = corpus.members("wrong", name)
    assert [member.name for member in wrong if not member.expected] == []
    assert corpus.expected_names(name) == {member.name for member in wrong}
