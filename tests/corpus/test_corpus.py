"""The corpus, graded in the box: points are lost where they should be, and mistakes get their right names."""

from pathlib import Path

import pytest

from grader.grading import session
from grader.lesson import catalog
from tests import corpus

LESSON = catalog.load(catalog.find_root(Path(__file__).parent), "first_loop")


def each(kind):
    """Every member of one kind, with each thing that an engine may keep children in."""
    wanted = [(member, kept) for member in corpus.members(kind) for kept in member.kinds]
    return pytest.mark.parametrize("member, kept", wanted, ids=[f"{m.name}-{kept}" for m, kept in wanted])


@each("wrong")
def test_wrong_submission_loses_points_where_it_should_and_is_named(member, kept):
    """Each mistake costs its own exercise only, and is named rightly; what nobody can know is not named."""
    grade = session.grade(LESSON, corpus.submission(LESSON, member, kept))
    assert corpus.problems(member, grade) == []
    assert [row for row in corpus.rows(member, grade) if row[1] != row[2]] == []


@each("right")
def test_right_submission_keeps_every_point(member, kept):
    """Right in any honest style means full marks, and nothing is diagnosed."""
    grade = session.grade(LESSON, corpus.submission(LESSON, member, kept))
    assert corpus.problems(member, grade) == []
    assert [e.name for e in grade.exercises if e.diagnosis] == []


def test_corpus_is_large_enough():
    """At least 60 wrong and 20 right submissions, and at most one wrong one in ten that nobody can name."""
    wrong = corpus.members("wrong")
    expected = [slug for member in wrong for slug in member.expected.values()]
    assert len(wrong) >= 60 and len(corpus.members("right")) >= 20
    assert expected.count("none") <= 0.1 * len(expected)


def test_every_wrong_submission_says_what_is_expected():
    """No member of the wrong half is without an expectation, and every expectation has its member."""
    wrong = corpus.members("wrong")
    assert [member.name for member in wrong if not member.expected] == []
    assert corpus.expected_names() == {member.name for member in wrong}
