"""Does a file that students receive hold a line of a solution or of a rubric?

Lines are compared by what they say: code by its tokens, without comments and white space; prose by its words.
A line of a solution is one that the stubs of the same release do not hold. One of fewer than six tokens, such
as `return self`, says nothing and is no leak, unless the stub has a gap there for an answer: `Y_HAT = -2` is
all there is to find out. Such an answer is also looked for as an entry of a table, `"Y_HAT": -2`, in the
files of its lesson.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from grader.lesson import catalog, stubs
from grader.model import Lesson

_TOKEN = re.compile(r"\d[\w.]*|\w+|[^\w\s]")
_WORD = re.compile(r"[\w−]+")
_COMMENT = re.compile(r"(?:^|(?<=\s))(?:#|<!--).*$")
_STRING = re.compile(r"""'[^'\n]*'|"[^"\n]*\"""")
_REMARK = re.compile(r"<!--[\s\S]*?-->|^#.*$", re.MULTILINE)
_SENTENCE = re.compile(r"(?<=[.;:?!])\s+")
_ANSWER = re.compile(r"([\w.]+) [=:] (.+)")
_FEWEST_TOKENS = 6
_FEWEST_WORDS = 6

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Secrets:
    """What no file may say: lines of code, answers of a lesson, and sentences, each as tokens with spaces."""

    lines: frozenset[str]
    answers: frozenset[tuple[str, str]]  # (lesson, answer)
    sentences: frozenset[str]

    def __len__(self) -> int:
        return len(self.lines) + len(self.answers) + len(self.sentences)


def secrets(lessons: Iterable[Lesson]) -> Secrets:
    """What the solutions and rubrics of these lessons say, and their stubs do not."""
    lessons = list(lessons)
    given = {
        line for lesson in lessons for path in lesson.stubs.rglob("*.py") for line in _lines(_text(path))
    }
    code = {line for lesson in lessons for path in _solved(lesson, ".py") for line in _lines(_text(path))}
    answers = {(lesson.name, a) for lesson in lessons for a in _answers(lesson)}
    return Secrets(
        frozenset(line for line in code - given if len(line.split()) >= _FEWEST_TOKENS),
        frozenset(answers),
        frozenset(_sentences(lessons)),
    )


def leaks(files: Files, kept: Secrets) -> list[str]:
    """A sentence for each line in `files` that should not be there."""
    found = []
    for name, content in files.items():
        text = content.decode("utf-8", "replace").replace("\\n", "\n")
        for number, line in enumerate(text.split("\n"), start=1):
            if (tokens := _tokens(line)) in kept.lines:
                found.append(f"{name}:{number} is a line of a solution: {tokens}")
        found += [f"{name} holds an answer: {answer}" for answer in _answered(name, text, kept)]
        words = _words(text)
        found += [f"{name} holds a sentence: {said}" for said in kept.sentences if f" {said} " in words]
    return found


def named(files: Files) -> list[str]:
    """A sentence for each file that learners read and that sends them to the solutions."""
    read = {name: text for name, text in files.items() if not name.startswith(("grader/", "tests/"))}
    return [f"{name} names solutions/" for name, text in read.items() if b"solutions/" in text]


def shown_by(lessons: Iterable[Lesson]) -> list[str]:
    """A sentence for each lesson whose given files show what an earlier one asks for."""
    lessons = sorted(lessons, key=lambda lesson: lesson.session)
    return [
        f"{later.name} hands out {file}, which shows some of what {earlier.name} asks for: "
        f"release it when {earlier.name} is done"
        for k, earlier in enumerate(lessons)
        for later in lessons[k + 1 :]
        if (file := _showing(secrets([earlier]).lines, later))
    ]


def _showing(lines: Iterable[str], lesson: Lesson) -> str:
    paths = sorted(lesson.stubs.rglob("*.py"))
    return next((path.name for path in paths if not {*lines}.isdisjoint(_lines(_text(path)))), "")


# --- what is compared ------------------------------------------------------------------------------


def _lines(text: str) -> Iterator[str]:
    return filter(None, map(_tokens, text.split("\n")))


def _tokens(line: str) -> str:
    """What a line of code says, its tokens with a space between any two."""
    bare = _STRING.sub(lambda found: found[0].replace("#", " "), line)
    return " ".join(_TOKEN.findall(line[: found.start()] if (found := _COMMENT.search(bare)) else line))


def _words(text: str) -> str:
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def _answers(lesson: Lesson) -> Iterator[str]:
    """What stands in the gaps of one line that the stubs leave for an answer."""
    for path in _solved(lesson, ".py"):
        if not lesson.given(path.name):
            text = _text(path)
            for start, end in stubs.spans(text, path.name):
                if "\n" not in text[start:end]:
                    yield _tokens(text[start:end]).rstrip(" ,")


def _answered(name: str, text: str, kept: Secrets) -> Iterator[str]:
    """The answers of a lesson that a file of it gives."""
    lesson = name.split("/")[1] if "/" in name else ""
    own = [answer for owner, answer in kept.answers if owner == lesson]
    tokens = f" {' '.join(map(_tokens, text.split(chr(10)))) if own else ''} "
    yield from (answer for answer in own if any(f" {way} " in tokens for way in _ways(answer)))


def _ways(answer: str) -> Iterator[str]:
    """An answer as it may be written: an assignment, an entry of a table, or a comparison."""
    yield answer
    if found := _ANSWER.fullmatch(answer):
        name, value = found.groups()
        yield from (f'" {name} " : {value}', f"' {name} ' : {value}", f"{name} = = {value}")


def _sentences(lessons: Iterable[Lesson]) -> Iterator[str]:
    """The sentences of sample answers and rubrics that are long enough to say something."""
    for lesson in lessons:
        given = {_words(line) for path in lesson.stubs.rglob("*.md") for line in _text(path).split("\n")}
        rubrics = lesson.solutions / catalog.RUBRICS
        for path in (*_solved(lesson, ".md"), *([rubrics] if rubrics.is_file() else [])):
            for line in _REMARK.sub("", _text(path)).split("\n"):
                said = (_words(sentence).strip() for sentence in _SENTENCE.split(line))
                if _words(line) not in given:
                    yield from (words for words in said if len(words.split()) >= _FEWEST_WORDS)


def _solved(lesson: Lesson, suffix: str) -> list[Path]:
    return [lesson.solutions / file for file in lesson.files if file.endswith(suffix)]


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
