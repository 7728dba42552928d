"""The written answers in a Markdown file, by question."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from grader.model import Lesson, Question
from grader.text import with_plain_ends

MAX_ANSWER = 10_000  # characters
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
# A heading, or an end of code; ```code``` on a line of its own has both of its ends there.
_MARK = re.compile(r"^(?:(#{1,6})[ \t]+(.*)| {0,3}(?:```[^`\n]*|~~~.*))$", re.MULTILINE)
_TOP = ""  # in place of a heading, for what stands above all of them


@lru_cache(maxsize=1)  # each check of one answer asks for all, and a file can be a megabyte of headings
def answers(text: str, template: str, lesson: Lesson) -> Mapping[str, str]:
    """Question name → answer, empty where nothing was added to what the template already says."""
    given = _sections(text, _titles(lesson))
    empty = {_plain(line) for line in template.splitlines()}
    found = {q.name: _answer(given.get(_plain(q.title), []), empty) for q in lesson.questions}
    return MappingProxyType(found)


def has_heading(text: str, title: str) -> bool:
    """Whether a text has a heading with the words of this title."""
    wanted = _plain(title)
    return any(depth and words == wanted for depth, words, _, _ in _marks(with_plain_ends(text)))


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


def _sections(text: str, titles: Collection[str]) -> dict[str, list[str]]:
    """Heading → the text below it, and what stands above all headings; `titles` are those of questions.

    A heading that comes several times has several texts.
    """
    text = with_plain_ends(text)
    starts = [(_TOP, 0, 0), *_headings(text, titles)]
    ends = [*(start for _, start, _ in starts[1:]), len(text)]
    found: dict[str, list[str]] = {}
    for (title, _, begin), end in zip(starts, ends, strict=True):
        found.setdefault(title, []).append(text[begin:end])
    return found


def _headings(text: str, titles: Collection[str]) -> Iterator[tuple[str, int, int]]:
    """The words of each heading, where its line starts and where it ends.

    In an answer, a heading that is deeper than the question's is a part of the answer, and so is a `#` in a
    block of code. A question's own heading is one anywhere: a block that never ends hides no other answer.
    """
    deepest, code = 6, False
    for depth, title, start, end in _marks(text):
        if not depth:
            code = not code
        elif title in titles:
            deepest, code = depth, False
            yield title, start, end
        elif not code and depth <= deepest:
            deepest = 6
            yield title, start, end


@lru_cache(maxsize=1)
def _marks(text: str) -> Sequence[tuple[int, str, int, int]]:
    """The depth of each heading, its words, where its line starts and where it ends.

    An end of code has a depth of 0.
    """
    found = ((len(mark[1] or ""), mark[2] or "", mark) for mark in _MARK.finditer(text))
    return [(depth, _plain(words.rstrip(" \t#")), mark.start(), mark.end()) for depth, words, mark in found]


def _answer(sections: Sequence[str], empty: set[str]) -> str:
    """What the student wrote below a heading, in all places where it stands."""
    return "\n\n".join(filter(None, (_own(section, empty) for section in sections)))[:MAX_ANSWER]


def _own(section: str, empty: set[str]) -> str:
    """The lines that the student wrote: no comments, no lines of the template, no bare bullets."""
    lines = _without_comments(section).strip().splitlines()
    own = [line for line in lines if _plain(line) not in empty or not _plain(line)]
    written = "\n".join(own).strip()
    return written if re.search(r"[^\W_]", written) else ""


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
