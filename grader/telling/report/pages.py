"""Grades → pages. The templates are beside this file; this module holds what templates cannot do."""

import base64
import hashlib
import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from grader import text
from grader.figures import Plane
from grader.model import Grade, Lesson
from grader.naming import report_folder_name
from grader.telling import graph, story
from grader.telling.report import classroom, words
from grader.telling.report.chart import chart
from grader.telling.report.drawing import drawing
from grader.telling.report.plane import picture

_HERE = Path(__file__).parent
_CODE = re.compile(r"`([^`\n]+)`")


def html(grade: Grade, lesson: Lesson) -> str:
    """One student's report as a whole HTML page."""
    return _html("report.html.j2", **_values(grade, lesson))


def index(grades: Iterable[Grade], lesson: Lesson) -> str:
    """The class page. It links to the students' reports, each in its `report_folder_name` beside the page."""
    return _html("index.html.j2", room=classroom.classroom(grades, lesson), lesson=lesson)


def markdown(grade: Grade, lesson: Lesson) -> str:
    """One student's report for terminals and for pages that show Markdown."""
    template = _environment(_show_in_markdown, _prose_in_markdown).get_template("report.md.j2")
    return f"{template.render(_values(grade, lesson)).strip()}\n"


def _html(name: str, **values: Any) -> str:
    style = Markup((_HERE / "style.css").read_text(encoding="utf-8"))
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    template = _environment(_show_in_html, _prose_in_html).get_template(name)
    return template.render(style=style, style_digest=digest, **values)


def _values(grade: Grade, lesson: Lesson) -> dict[str, Any]:
    """What a report needs: the grade, its stories, what to do next, and which exercises have more hints."""
    return {
        "grade": grade,
        "stories": [story.story(exercise) for exercise in grade.exercises],
        "next": story.next_exercise(grade.exercises),
        "answers": story.writing(grade.written),
        "more_hints": {e.name for e in lesson.exercises if e.hints[1:]},
    }


# --- templates ---------------------------------------------------------------------------------


@cache
def _environment(finalize: Callable[[object], object], prose: Callable[[str], Markup]) -> Environment:
    """Templates in which every value passes `finalize` and, unless it says `Markup`, is escaped.

    The filter `prose` is for the kit's own sentences, which have `code` between backticks.
    """
    environment = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.tests["plane"] = lambda figure: isinstance(figure, Plane)
    environment.filters.update(
        chart=chart,
        drawing=drawing,
        plane=picture,
        example=graph.example,
        line=text.one_line,
        folder=report_folder_name,
        short=lambda value: text.visible(value, text.MESSAGE),
        prose=prose,
        title=lambda value: prose(text.one_line(value, 200)),
        code=lambda value: Markup(text.code_span(value)),
        fence=lambda value, language="": Markup(text.code_block(value, language)),
        points=words.points,
        count=words.count,
        state=story.words,
        shown=words.shown,
        sentence=words.sentence,
        trust=words.trust,
    )
    environment.globals.update(score=words.score, pending=words.pending)
    return environment


def _show_in_html(value: object) -> object:
    return text.visible(value) if type(value) is str else value


def _show_in_markdown(value: object) -> object:
    return value if isinstance(value, Markup) else Markup(text.markdown(str(value)))


def _prose_in_html(value: str) -> Markup:
    escaped = str(escape(text.visible(value, text.MESSAGE)))
    return Markup(_CODE.sub(r"<code>\1</code>", escaped))


def _prose_in_markdown(value: str) -> Markup:
    return Markup(text.markdown_prose(value))
