"""Grades → pages. The templates stand beside this file; here is only what they cannot say themselves."""

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
from grader.model import ExerciseResult, Grade, Lesson
from grader.report import classroom, words
from grader.report.chart import chart

_HERE = Path(__file__).parent
_CODE = re.compile(r"`([^`\n]+)`")


def html(grade: Grade, lesson: Lesson) -> str:
    """One student's report as a whole HTML page."""
    return _html("report.html.j2", grade=grade, next=_next(grade), follow_through=_follow_through(lesson))


def index(grades: Iterable[Grade], lesson: Lesson) -> str:
    """The class page. It links to `<text.file_name(student id)>/report.html` beside it."""
    return _html("index.html.j2", room=classroom.classroom(grades, lesson), lesson=lesson)


def markdown(grade: Grade, lesson: Lesson) -> str:
    """One student's report for terminals and for pages that show Markdown."""
    template = _environment(_show_in_markdown, _prose_in_markdown).get_template("report.md.j2")
    page = template.render(grade=grade, next=_next(grade), follow_through=_follow_through(lesson))
    return f"{page.strip()}\n"


def _html(name: str, **values: Any) -> str:
    style = Markup((_HERE / "style.css").read_text(encoding="utf-8"))
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    template = _environment(_show_in_html, _prose_in_html).get_template(name)
    return template.render(style=style, style_digest=digest, **values)


def _next(grade: Grade) -> ExerciseResult | None:
    """The first exercise with something left to do."""
    return next((e for e in grade.exercises if e.status != "passed"), None)


def _follow_through(lesson: Lesson) -> Callable[[ExerciseResult], str]:
    return lambda result: words.follow_through(result, lesson)


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
    environment.filters.update(
        chart=chart,
        line=text.one_line,
        folder=text.file_name,
        short=lambda value: text.visible(value, text.MESSAGE),
        prose=prose,
        title=lambda value: prose(text.one_line(value, 200)),
        code=lambda value: Markup(text.code_span(value)),
        fence=lambda value, language="": Markup(text.code_block(value, language)),
        points=words.points,
        count=words.count,
        state=words.state,
        shown=words.shown,
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
