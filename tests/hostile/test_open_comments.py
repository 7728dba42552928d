"""Written answers with a hundred thousand comments that never close are read in the time of one.

Stopped by looking only up to the last end of a comment. (25 seconds for 100 KB, once: outside of any box.)
"""

import pytest

from grader.lesson import written
from grader.lesson.written import answers
from tests.hostile.rig import LESSON

TITLE = LESSON.questions[0].title
TEXTS = {
    "open comments": f"# {TITLE}\n" + "<!-- " * 200_000,
    "open comments and an end": f"# {TITLE}\n" + "<!-- " * 200_000 + "-->\nMy answer.",
    "ends": f"# {TITLE}\n" + "--> " * 200_000,
    "hashes": "# " + "#" * 1_000_000 + "x\n",
    "blanks": "# " + " " * 1_000_000 + "x\n",
    "headings": "# a\n" * 200_000,
    "underscores": f"# {TITLE}\n" + "_" * 1_000_000,
}


@pytest.mark.parametrize("name", TEXTS)
def test_it_is_read(name):
    """Every question has an answer or none, and reading them comes to an end."""
    assert set(answers(TEXTS[name], "", LESSON)) == {question.name for question in LESSON.questions}


def test_it_is_read_once(grade, monkeypatch):
    """A megabyte of headings is taken apart once, however many checks look for their answer in it."""
    read = []
    monkeypatch.setattr(written, "_plain", lambda line: read.append(line) or line)
    written.answers.cache_clear()
    written._marks.cache_clear()
    grade({"reflections.md": "# a\n" * 1000})
    assert 1000 <= read.count("a") < 2000
