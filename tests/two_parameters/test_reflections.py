"""The written questions: answered, and not with the template's own words. A person marks the answers."""

import pytest

from grader.checks import answers, has_heading, lesson_of, todo
from tests.lessons.bullets import bullets

LESSON = lesson_of(__file__)
# Students write over the template in exercises/, so it cannot be read from there.
TEMPLATE = """
_TODO: write your answer in place of this line._
_TODO: three bullets of your own, one sentence each, in place of this line and the empty ones._
"""


def answer(submission, name):
    """What the student wrote below the heading of the question `name`; nothing there is to do."""
    text = submission.text("reflections.md")
    written = answers(text, TEMPLATE, LESSON)[name]
    if not written:
        title = next(question.title for question in LESSON.questions if question.name == name)
        lost = "" if has_heading(text, title) else ", and this heading is not in reflections.md: put it back"
        todo(f'"{title}" is not answered yet{lost}')
    return written


@pytest.mark.parametrize("name", [question.name for question in LESSON.questions])
def test_question_is_answered(submission, name):
    """Every question has an answer of your own below its heading."""
    assert len(answer(submission, name).split()) > 2, "an answer takes more than two words"


@pytest.mark.parametrize("name", ["synthesis"])
def test_synthesis_has_three_bullets(submission, name):
    """What a second parameter changes takes three bullets to say."""
    found = len(bullets(answer(submission, name)))
    assert found >= 3, f"three bullets were asked for; found: {found}"
