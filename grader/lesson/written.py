"""The written answers in a Markdown file, by question."""

import re
from collections.abc import Mapping

from grader.model import Lesson, Question

MAX_ANSWER = 10_000  # characters
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_HEADING = re.compile(r"^#{1,6}[ \t]+(.*)$", re.MULTILINE)


def answers(text: str, template: str, lesson: Lesson) -> Mapping[str, str]:
    """Question name → answer, empty where nothing was added to what the template already says."""
    given = _sections(text)
    empty = {_plain(line) for line in template.splitlines()}
    return {q.name: _answer(given.get(_plain(q.title), ""), empty) for q in lesson.questions}


def has_heading(text: str, title: str) -> bool:
    """Whether a text has a heading with the words of this title."""
    return _plain(title) in _sections(text)


def homeless(text: str, template: str, lesson: Lesson) -> bool:
    """Whether a question has lost its heading, while words of the student's own stand below no question's."""
    titles = {_plain(q.title) for q in lesson.questions}
    given = _sections(text)
    if titles <= given.keys():
        return False
    empty = {_plain(line) for line in template.splitlines()}
    first = _HEADING.search(text)
    above = text[: first.start()] if first else text
    others = (section for title, section in given.items() if title not in titles)
    return any(_answer(section, empty) for section in (above, *others))


def _sections(text: str) -> dict[str, str]:
    """Heading → the text below it, up to the next heading."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    headings = list(_HEADING.finditer(text))
    ends = [*(h.start() for h in headings[1:]), len(text)][: len(headings)]
    titles = (_plain(h.group(1).rstrip(" \t#")) for h in headings)
    return {title: text[h.end() : end] for title, h, end in zip(titles, headings, ends, strict=True)}


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
