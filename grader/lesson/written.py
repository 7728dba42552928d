"""The written answers in a Markdown file, by question."""

import re
from collections.abc import Collection, Iterator, Mapping

from grader.model import Lesson, Question

MAX_ANSWER = 10_000  # characters
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_MARK = re.compile(
    r"^(?:(#{1,6})[ \t]+(.*)| {0,3}(?:```|~~~).*)$", re.MULTILINE
)  # a heading, or an end of code
_TOP = ""  # in place of a heading, for what stands above all of them


def answers(text: str, template: str, lesson: Lesson) -> Mapping[str, str]:
    """Question name → answer, empty where nothing was added to what the template already says."""
    given = _sections(text, _titles(lesson))
    empty = {_plain(line) for line in template.splitlines()}
    return {q.name: _answer(given.get(_plain(q.title), ""), empty) for q in lesson.questions}


def has_heading(text: str, title: str) -> bool:
    """Whether a text has a heading with the words of this title."""
    return _plain(title) in _sections(text, {_plain(title)})


def homeless(text: str, template: str, lesson: Lesson) -> bool:
    """Whether a question has no answer, while words that may be one stand below no question's heading."""
    if all(answers(text, template, lesson).values()):
        return False
    titles = _titles(lesson)
    given = _sections(text, titles)
    # Where every question has its heading, what the template has beside them is a place for notes.
    notes = _sections(template, titles).keys() | {_TOP} if titles <= given.keys() else set()
    empty = {_plain(line) for line in template.splitlines()}
    return any(_answer(given[title], empty) for title in given.keys() - titles - notes)


def _titles(lesson: Lesson) -> set[str]:
    return {_plain(question.title) for question in lesson.questions}


def _sections(text: str, titles: Collection[str]) -> dict[str, str]:
    """Heading → the text below it, and what stands above all headings; `titles` are those of questions."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    starts = [(_TOP, 0, 0), *_headings(text, titles)]
    ends = [*(start for _, start, _ in starts[1:]), len(text)]
    return {title: text[begin:end] for (title, _, begin), end in zip(starts, ends, strict=True)}


def _headings(text: str, titles: Collection[str]) -> Iterator[tuple[str, int, int]]:
    """The words of each heading, where its line starts and where it ends.

    In an answer, a heading that is deeper than the question's is a part of the answer, and so is a `#` in a
    block of code. A question's own heading is one anywhere: a block that never ends hides no other answer.
    """
    deepest, code = 6, False
    for mark in _MARK.finditer(text):
        title = _plain((mark[2] or "").rstrip(" \t#"))
        if mark[1] is None:
            code = not code
        elif title in titles:
            deepest, code = len(mark[1]), False
            yield title, mark.start(), mark.end()
        elif not code and len(mark[1]) <= deepest:
            deepest = 6
            yield title, mark.start(), mark.end()


def _answer(section: str, empty: set[str]) -> str:
    """The lines that the student wrote: no comments, no lines of the template, no bare bullets."""
    lines = _without_comments(section).strip().splitlines()
    own = [line for line in lines if _plain(line) not in empty or not _plain(line)]
    written = "\n".join(own).strip()
    return written[:MAX_ANSWER] if re.search(r"[^\W_]", written) else ""


def _plain(line: str) -> str:
    return " ".join(re.sub(r"[^\w\s]|_", " ", line).casefold().split())


def prompt(question: Question) -> str:
    """What the student was asked, beyond the heading."""
    return question.prompt


def _without_comments(text: str) -> str:
    # Comments are looked for up to the last `-->` only. A text can hold thousands of `<!--` that never end,
    # and the search for the end of each one would read the rest of the text again.
    head, end, tail = text.rpartition("-->")
    return _COMMENT.sub("", head + end) + tail
