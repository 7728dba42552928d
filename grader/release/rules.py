"""A lesson as one course hands it out: its points in the catalog, and a sentence about them in the text.

An exercise that does not count there has 0 points, and says `counts = false`: 0 points alone are those of
what is handed out complete. A question keeps its points, which only a person gives.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from grader.errors import KitError
from grader.model import Lesson
from grader.policy import NO_POLICY, Policy
from grader.release.needed import Sources

_PART = re.compile(r"(?m)^\[\[(?:exercise|question)\]\]\n(?:(?!\[).*\n?)*")
_NAME = re.compile(r'(?m)^name = "([^"\n]+)"')
_POINTS = re.compile(r"(?m)^(points = )\S+")
_GIVEN = re.compile(r"(?m)^points = 0$")
_HEAD = re.compile(r"# .*\n\n.*\n\n")  # the title, and the line on when and how long


def ruled(files: Sources, lessons: Sequence[Lesson], rules: Mapping[str, Policy]) -> Sources:
    """The files of a release, where these lessons say what counts in the course, by lesson."""
    return {
        **files,
        **{
            name: text.encode()
            for lesson in lessons
            for name, text in _told(files, lesson, rules.get(lesson.name, NO_POLICY))
        },
    }


def pointed(lesson: Lesson, rules: Mapping[str, Policy]) -> Lesson:
    """The lesson with the points that its catalog has in the release."""
    policy = rules.get(lesson.name, NO_POLICY)
    worth = [(e, policy.worth(e.name, e.points)) for e in lesson.exercises]
    exercises = (replace(e, points=points, counts=e.given or points != 0) for e, points in worth)
    return replace(lesson, exercises=tuple(exercises))


def _told(files: Sources, lesson: Lesson, policy: Policy) -> Iterator[tuple[str, str]]:
    others = [sentence for part in _worth(lesson) if (sentence := _sentence(*part, policy))]
    if not others:
        return
    catalog, page = (f"exercises/{lesson.name}/{name}" for name in ("lesson.toml", "lesson.md"))
    yield catalog, _PART.sub(lambda part: _pointed(part[0], policy), files[catalog].decode())
    text = files[page].decode()
    head = _HEAD.match(text)
    if head is None:
        raise KitError(f"{page} does not begin with a title and a line about the session", "begin it so")
    yield page, f"{head[0]}> **In your course** {' '.join(others)}\n\n{text[head.end() :]}"


def _worth(lesson: Lesson) -> Iterator[tuple[str, str, float]]:
    yield from ((f"`{e.name}`", e.name, e.points) for e in lesson.exercises)
    yield from ((f"the answer to “{q.title}”", q.name, q.points) for q in lesson.questions)


def _sentence(called: str, name: str, points: float, policy: Policy) -> str:
    worth = policy.worth(name, points)
    if worth == points:
        return ""
    return (
        f"{called} counts {worth:g} points instead of {points:g}." if worth else f"{called} does not count."
    )


def _pointed(part: str, policy: Policy) -> str:
    """A part of the catalog with the points that it has in the course."""
    name = _NAME.search(part)
    if name is None or name[1] not in policy.points:
        return part
    if worth := policy.points[name[1]]:
        return _POINTS.sub(rf"\g<1>{worth:g}", part, count=1)
    dropped = part.startswith("[[exercise]]") and not _GIVEN.search(part)
    return _POINTS.sub(r"\g<1>0\ncounts = false", part, count=1) if dropped else part
