"""Grades → pages. The templates are beside this file; this module holds what templates cannot do."""

import base64
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeVar

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from grader import text
from grader.caret import parted
from grader.checking import hints
from grader.figures import Node, Plane
from grader.model import ExerciseResult, Grade, Lesson
from grader.naming import report_folder_name
from grader.policy import NO_POLICY, Policy, counted
from grader.roster import NO_LIST, Roster
from grader.telling import graph, story
from grader.telling.report import classroom, columns, course, troubles, wall, words
from grader.telling.report.changed import Changed
from grader.telling.report.chart import chart
from grader.telling.report.drawing import drawing
from grader.telling.report.plane import picture
from grader.telling.writing import writing

_HERE = Path(__file__).parent
_HEADER = b"<header>"
_SHORT = 400  # characters
_Shown = TypeVar("_Shown", bound=str)
_Drawn = TypeVar("_Drawn")
_Picture = TypeVar("_Picture")
_CODE = re.compile(r"`([^`\n]+)`")


def html(grade: Grade, lesson: Lesson, policy: Policy = NO_POLICY) -> str:
    """One student's report as a whole HTML page."""
    return _template("report.html.j2", _show_in_html, _prose_in_html).render(
        _values(grade, lesson, policy) | _style()
    )


def pictures(exercises: Iterable[ExerciseResult], nodes: Sequence[Node] = ()) -> str:
    """The figures of some exercises, and one graph, as a whole HTML page, to stand in a frame of another."""
    template = _template("pictures.html.j2", _show_in_html, _prose_in_html)
    return template.render({"exercises": list(exercises), "nodes": tuple(nodes)} | _style())


def index_parts(
    grades: Iterable[Grade],
    lesson: Lesson,
    roster: Roster = NO_LIST,
    changes: Sequence[Changed] = (),
    policy: Policy = NO_POLICY,
    *,
    in_course: bool = False,
) -> Iterator[str]:
    """The class page, piece by piece: that of a large class is long.

    It links to the students' reports, each in its `report_folder_name` beside the page. `changes` are all
    that are on record, the latest last; the page shows the latest and links to changes.csv. One of a course
    links to the page of all lessons.
    """
    room = classroom.classroom(grades, lesson, roster)
    found = columns.columns(room.rows, lesson, policy)
    told = {"room": room, "columns": found, "lesson": lesson, "changes": changes[::-1]}
    values = {**told, "in_course": in_course, "has_rules": policy != NO_POLICY, **_style(), **_script()}
    return _template("index.html.j2", _show_in_html, _prose_in_html).generate(values)


def wall_page(grades: Iterable[Grade], lesson: Lesson, code_of: wall.CodeOf) -> str:
    """The page to show a class: frequent mistakes, each with one example. It names nobody."""
    shown = wall.wall([*grades], lesson, code_of)
    template = _template("wall.html.j2", _show_in_html, _prose_in_html)
    return template.render({"shown": shown, "lesson": lesson, **_style()})


def course_parts(made: course.Course) -> Iterator[str]:
    """The page of a whole course, piece by piece. It links to the pages of its lessons and its students."""
    values = {"course": made, **_style(), **_script()}
    return _template("course.html.j2", _show_in_html, _prose_in_html).generate(values)


def learner(one: course.Learner, made: course.Course) -> str:
    """One student's page of a course. It links to the reports of the lessons beside it."""
    rows = list(zip(made.lessons, one.results, strict=True))
    values = {"learner": one, "rows": rows, **_style()}
    return _template("learner.html.j2", _show_in_html, _prose_in_html).render(values)


def within_course(page: bytes) -> bytes:
    """A student's report of one lesson with a link to the page of the course that lies beside it."""
    # What a template writes is escaped, so the first header is ours.
    link = b'<p class="eyebrow"><a href="report.html">All lessons</a></p>'
    return page.replace(_HEADER, b"%b\n%b" % (_HEADER, link), 1)


def markdown(grade: Grade, lesson: Lesson, policy: Policy = NO_POLICY) -> str:
    """One student's report for terminals and for pages that show Markdown."""
    template = _template("report.md.j2", _show_in_markdown, _prose_in_markdown)
    return f"{template.render(_values(grade, lesson, policy)).strip()}\n"


@cache
def _style() -> dict[str, str]:
    """The style sheet, and its digest for the policy of a page."""
    return _own("style", "style.css")


@cache
def _script() -> dict[str, str]:
    """The script of the class page, by which its table is sorted; nothing needs it to be read."""
    return _own("script", "class.js")


def _own(name: str, file: str) -> dict[str, str]:
    content = Markup((_HERE / file).read_text(encoding="utf-8"))
    digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
    return {name: content, f"{name}_digest": digest}


def _values(grade: Grade, lesson: Lesson, policy: Policy) -> dict[str, Any]:
    """What a report needs: the grade, its stories, what to do next, and which exercises have more hints."""
    return {
        "grade": grade,
        "counted": counted(grade, policy),
        "stories": [story.story(exercise) for exercise in grade.exercises],
        "next": story.next_exercise(grade.exercises, lesson.order),
        "answers": writing(grade.written),
        "more_hints": _with_more_hints(grade, lesson),
    }


def _with_more_hints(grade: Grade, lesson: Lesson) -> set[str]:
    known = {exercise.name: exercise for exercise in lesson.exercises}
    return {e.name for e in grade.exercises if e.name in known and hints.rungs(known[e.name], e)[1:]}


# --- templates ---------------------------------------------------------------------------------


@cache
def _template(name: str, finalize: Callable[[object], object], prose: Callable[[str], Markup]) -> Template:
    return _environment(finalize, prose).get_template(name)


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
        chart=_drawn_once(chart),
        drawing=_drawn_once(drawing),
        plane=_drawn_once(picture),
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
        late=words.late,
    )
    environment.globals.update(
        score=words.score, scored=words.scored, pending=words.pending, most_troubles=troubles.SHOWN
    )
    return environment


def _drawn_once(draw: Callable[[_Drawn], _Picture]) -> Callable[[_Drawn], _Picture]:
    """`draw`, which does not draw again what was met of late: right work has the same pictures everywhere."""
    return lru_cache(maxsize=256)(draw)


def _remembered(show: Callable[[str], _Shown]) -> Callable[[str], _Shown]:
    """`show`, which does not do again what is short and was met of late: mostly the kit's own words."""
    known = lru_cache(maxsize=2048)(show)
    return lambda value: known(value) if len(value) <= _SHORT else show(value)


def _show_in_html(value: object) -> object:
    return _seen(value) if type(value) is str else value


@_remembered
def _seen(value: str) -> str:
    return text.visible(value)


def _show_in_markdown(value: object) -> object:
    return value if isinstance(value, Markup) else _paragraph(str(value))


@_remembered
def _paragraph(value: str) -> Markup:
    return Markup(text.markdown(value))


@_remembered
def _prose_in_html(value: str) -> Markup:
    said, pointed = map(escape, parted(text.visible(value, text.MESSAGE)))
    below = f'<code class="pointed">{pointed}</code>' if pointed else ""
    return Markup(_CODE.sub(r"<code>\1</code>", str(said)) + below)


@_remembered
def _prose_in_markdown(value: str) -> Markup:
    return Markup(text.markdown_prose(value))
