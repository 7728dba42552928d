"""Reports say everything that a grade holds, to everyone, and let no student say it for them."""

import base64
import csv
import functools
import hashlib
import io
import math
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader import text
from grader.figures import Figure, Series
from grader.model import Grade, Student
from grader.naming import report_folder_name
from grader.telling import report, story
from grader.telling.report import axes, chart, classroom, words
from tests.fuzzing import fuzz
from tests.grader.sample_grades import (
    LESSON,
    class_page,
    curve,
    every_state,
    golden,
    half_done,
    hostile_text,
    perfect,
    result,
    spoken,
    ungraded,
    unread,
)
from tests.grader.spreadsheets import formulas
from tests.grader.test_text import HIDDEN, SEEN, tokens

SCRIPT = (Path(report.__file__).parent / "class.js").read_text(encoding="utf-8")
EMPTY = {"meta", "rect", "circle", "path", "use"}
CLASS = [perfect(), half_done(), ungraded(), half_done("Barbara Liskov")]


class Page(HTMLParser):
    """What is in an HTML page: its tags in order, each with its attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.style = self.script = ""
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_startendtag(tag, attrs)
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {key: value or "" for key, value in attrs}))
        self.text += " " if tag in {"td", "th", "dd"} else ""  # as a reader sees the cells of a table

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, "tags must be closed in order"

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["style"]:
            self.style += data
        elif self.open[-1:] == ["script"]:
            self.script += data
        else:
            self.text += data

    def all(self, name: str) -> list[dict[str, str]]:
        """The attributes of every tag `name`."""
        return [attributes for tag, attributes in self.tags if tag == name]

    def has(self, words: str) -> bool:
        """Whether a reader finds these words, however they are broken into lines."""
        return " ".join(words.split()) in " ".join(self.text.split())


def page(grade: Grade) -> Page:
    return Page(report.html(grade, LESSON))


PAGES: dict[str, Callable[[], Page]] = {
    "class": lambda: Page(class_page(CLASS, LESSON)),
    "nobody": lambda: Page(class_page([], LESSON)),
    **{f"student{number}": functools.partial(page, grade) for number, grade in enumerate(CLASS)},
}


@pytest.fixture(params=PAGES, scope="module")
def shown(request: pytest.FixtureRequest) -> Page:
    """Every page, made once."""
    return PAGES[request.param]()


# --- what a report says ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said",
    [
        "26 of 55 points",
        "1.5 more points wait for a person",
        "Next: Square and its derivative",
        "not right yet 6 of 15 points",
        "to do Too large a step 0 of 10",
        "Claim 3 about square ran too long",
        "Claim 3 about train crashed",
        "square seems to pass back x instead of 2·x.",
        "engine.py, line 31",
        "What is the derivative of x²",
        "For x = 3.0 the gradient should be 6.0, but it is 3.0.",
        "x.square().backward()",
        "Hint: Change lr. (pytest --hint gives the next one.)",
        "A mistake in an earlier exercise costs points there",
        "Graded with a working square.",
        "3 checks passed",
        "2 checks still to do",
        "2 more checks not right yet",
        "not yet The loss decreases from step to step",
        "a person decides You know why the gradient is reset",
        "waiting for a person’s mark 0.5 points",
        "Two sentences.",
        "The loss says it. It adds up.",
        "notes.txt was left out, because the lesson asks for no such file.",
        "isolated The code ran locked in",
        "sha256:5a5a",
    ],
)
def test_a_report_says_everything(said: str) -> None:
    """Score, states, diagnosis, example, hint, follow-through, answers, milestones, trust, provenance."""
    assert page(half_done()).has(said)


@pytest.mark.parametrize("grade", [*every_state()], ids=lambda g: g.exercises[0].status)
def test_every_state_has_its_words(grade: Grade) -> None:
    """Each state of a check is told in words, in the report and in Markdown."""
    said = story.words(grade.exercises[0].status)
    assert page(grade).has(f"{said} {words.points(5)} of 10 points")
    assert f"| One step by hand | {said} |" in report.markdown(grade, LESSON)


@pytest.mark.parametrize("grade", [*every_state()], ids=lambda g: g.exercises[0].status)
def test_only_missing_code_is_still_to_do(grade: Grade) -> None:
    """What was tried and is not right is told in full; what waits for code is only counted."""
    waits = grade.exercises[0].status in ("todo", "waiting")
    assert page(grade).has("1 check still to do") == waits


def test_a_perfect_report_has_nothing_to_do() -> None:
    """No next step, no hint and no open check where all is done."""
    done = page(perfect())
    assert done.has("55 of 55 points")
    assert not any(done.has(said) for said in ("Next:", "Hint:", "not right yet", "still to do"))


def test_marks_of_a_person_count() -> None:
    """A marked answer shows its points and comment, and the score is of what is marked so far."""
    first, second = perfect().written
    marked = replace(
        perfect(), written=(replace(first, points=0.25, comment="Say more."), second), pending_points=1.0
    )
    shown = page(marked)
    assert all(shown.has(s) for s in ("55.25 of 55.5 points", "0.25 of 0.5 points", "Comment: Say more."))
    assert shown.has("1 more point waits for a person")


def test_missing_answers_are_said_plainly() -> None:
    """An unanswered question says so where it stands and beside the score."""
    first, second = perfect().written
    shown = page(replace(perfect(), written=(replace(first, status="missing", text=""), second)))
    assert shown.has("no answer yet") and shown.has("1 answer still missing.")


def test_a_report_of_nothing_that_can_be_read_says_so_first() -> None:
    """A zero with the reason in place of what is next, and on the class page a heading of its own."""
    reason = "Nothing of it could be read: there is nothing in it; hand in"
    for shown in (report.html(unread(), LESSON), report.markdown(unread(), LESSON).replace("\\_", "_")):
        assert shown.index(reason) < shown.index(LESSON.exercises[1].title)
        assert "Next:" not in shown
    room = class_page([perfect(), unread()], LESSON)
    assert "1 with 0 points because nothing could be read" in room
    assert "Nothing could be read: 0 points" in room and "nothing read" in room
    assert (
        "could not be graded" not in room
        and "read" not in class_page([perfect()], LESSON).split("</style>")[1]
    )


def test_an_ungraded_report_has_a_reason_and_no_score() -> None:
    """It says why and what to do, and nothing on it can be taken for a mark."""
    shown = page(ungraded())
    assert shown.has("could not be graded Because the zip file is damaged") and shown.has(
        "This is not a zero"
    )
    assert not re.search(r"\d of \d|isolated", shown.text)


def test_an_advisory_report_says_what_that_means() -> None:
    """The trust label comes with its meaning."""
    assert page(replace(perfect(), trust="advisory")).has("advisory This machine could not lock the code in")


def test_checks_that_say_the_same_are_told_once() -> None:
    """A file that cannot be imported fails every check of it; it is told once, with all points."""
    broken = result("square", *["failed"] * 5)
    checks = tuple(replace(c, title="engine.py cannot be imported yet.") for c in broken.checks)
    grade = replace(perfect(), exercises=(replace(broken, checks=checks),))
    assert page(grade).has("engine.py cannot be imported yet. not right yet 0 of 15 points 5 checks say so")
    assert report.markdown(grade, LESSON).count("engine.py cannot be imported yet.") == 1


def test_the_mistake_comes_first_and_what_is_done_in_one_line() -> None:
    """Who opens the page reads at once what to do; the checks of an exercise that is done open on demand."""
    made = report.html(half_done(), LESSON)
    parts = "Next: ", "Also not right yet", "You are done when", ">Exercises<"
    places = [made.index(words) for words in parts]
    assert places == sorted(places)
    row = made[made.index('<details id="exercise-by_hand"') :]
    assert row.index("</summary>") < row.index("Claim 1 about") < row.index("</details>")


def test_the_same_reason_is_folded_into_one_line() -> None:
    """Eleven checks that stumble over one thing are one thing to read."""
    wrong = result("square", *["failed"] * 12)
    alike = replace(wrong, checks=tuple(replace(c, message="It has no name.") for c in wrong.checks))
    grade = half_done()
    exercises = [alike if e.name == "square" else e for e in grade.exercises]
    made = page(replace(grade, exercises=tuple(exercises)))
    assert made.has("11 more checks not right yet for the same reason")
    assert made.text.count("It has no name.") == 1


def test_checks_that_say_different_things_are_all_told() -> None:
    """The same claim may fail in several ways, and each of them helps."""
    failed = result("square", "failed", "failed")
    checks = tuple(replace(c, title="One claim", message=f"got {k}") for k, c in enumerate(failed.checks))
    shown = page(replace(perfect(), exercises=(replace(failed, checks=checks),)))
    assert shown.has("got 0") and shown.has("got 1")


def test_a_place_is_said_once() -> None:
    """Where the message already names the line, it is not named again."""
    failed = result("square", "failed")
    check = replace(failed.checks[0], message="your code raised TypeError (engine.py, line 7)", line=7)
    grade = replace(perfect(), exercises=(replace(failed, checks=(check,)),))
    assert page(grade).text.count("line 7") == report.markdown(grade, LESSON).count("line 7") == 1


def test_the_markdown_report_is_fixed() -> None:
    """The page for terminals and summaries, as people read it."""
    assert golden("report.md", report.markdown(half_done(), LESSON))
    assert golden("report-ungraded.md", report.markdown(ungraded(), LESSON))


@pytest.mark.parametrize("make", [report.html, report.markdown])
def test_the_same_grade_gives_the_same_page(make: Callable[..., str]) -> None:
    """Reports hold no time and nothing of the machine."""
    assert make(half_done(), LESSON) == make(half_done(), LESSON)


# --- for everyone ------------------------------------------------------------------------------


def test_a_page_loads_and_runs_nothing(shown: Page) -> None:
    """No script but our own, no address but of our own pages, no style outside <style>."""
    assert {tag for tag, _ in shown.tags}.isdisjoint({"link", "img", "iframe", "object", "base"})
    assert shown.all("script") == [{}] * bool(shown.script)
    assert shown.script in ("", SCRIPT)
    for _, attributes in shown.tags:
        assert not [key for key in attributes if key.startswith("on") or key in {"style", "src"}]
        assert re.fullmatch(r"#[\w-]+|[\w.@-]+/report\.html|wall\.html|", attributes.get("href", ""))


def test_the_content_policy_allows_this_style_alone(shown: Page) -> None:
    """The policy names the digest of the page's own style, and of its script, and forbids all else."""
    policy = next(m["content"] for m in shown.all("meta") if "http-equiv" in m)
    script = f"script-src '{digest(shown.script)}'; " if shown.script else ""
    own = f"style-src '{digest(shown.style)}'; {script}base-uri 'none'; form-action 'none'"
    assert policy == f"default-src 'none'; {own}"


def digest(content: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}"


def test_a_students_report_has_no_script() -> None:
    """Only the class page has one."""
    assert not page(half_done()).script and Page(class_page(CLASS, LESSON)).script


def test_a_page_has_a_language_a_title_and_landmarks(shown: Page) -> None:
    """Screen readers find language, title, one main part and one first heading."""
    assert shown.all("html") == [{"lang": "en"}]
    assert all(len(shown.all(tag)) == 1 for tag in ("header", "main", "h1"))
    assert {"name": "viewport", "content": "width=device-width, initial-scale=1"} in shown.all("meta")


def test_headings_skip_no_level(shown: Page) -> None:
    """The outline can be walked down step by step."""
    levels = [int(tag[1]) for tag, _ in shown.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_references_on_a_page_are_kept(shown: Page) -> None:
    """Ids are unique, and every label and link on the page points to one."""
    ids = [a["id"] for _, a in shown.tags if "id" in a]
    wanted = {i for _, a in shown.tags for i in a.get("aria-labelledby", "").split()}
    wanted |= {a["href"][1:] for _, a in shown.tags if a.get("href", "").startswith("#")}
    assert len(set(ids)) == len(ids)
    assert wanted <= set(ids)


def test_pictures_are_told_or_hidden_and_tables_have_headings(shown: Page) -> None:
    """A picture has title and description or is decoration; every heading of a table has its scope."""
    for svg in shown.all("svg"):
        assert svg.get("aria-hidden") == "true" or (
            svg["role"] == "img" and len(svg["aria-labelledby"].split()) == 2
        )
    assert all(th["scope"] in {"row", "col"} for th in shown.all("th"))
    assert len(shown.all("title")) == 1 + sum(svg.get("role") == "img" for svg in shown.all("svg"))


STYLE = (Path(report.__file__).parent / "style.css").read_text(encoding="utf-8")
PALETTES = [
    dict(re.findall(r"--(\w+): (#\w+)", block)) for block in re.findall(r":root \{(.*?)\}", STYLE, re.S)
]


def luminance(colour: str) -> float:
    """WCAG 2 relative luminance of #rgb or #rrggbb."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * c for c in colour[1:])
    channels = [int(digits[k : k + 2], 16) / 255 for k in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted(map(luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", PALETTES, ids=["light", "dark", "print"])
def test_every_colour_can_be_read(palette: dict[str, str]) -> None:
    """WCAG AA: text has a contrast of 4.5 to its ground, bars have one of 3 to the room they fill."""
    for ink in ("ink", "soft", "accent", "good", "open", "bad"):
        assert contrast(palette[ink], palette["paper"]) >= 4.5, ink
    assert contrast(palette["ink"], palette["raised"]) >= 4.5
    assert all(contrast(palette[bar], palette["room"]) >= 3 for bar in ("good", "open"))


# --- hostile text ------------------------------------------------------------------------------


def unmarked(shown: Page) -> list[tuple[str, tuple[str, ...]]]:
    """A page's tags and attribute names, without the <code> that a sentence may hold."""
    return [(tag, tuple(attributes)) for tag, attributes in shown.tags if tag != "code"]


def seen(made: str) -> bool:
    """Whether every character of a page can be seen."""
    rare = set(made) - {"\n", "\t"}
    return not [c for c in rare if ord(c) not in SEEN and unicodedata.category(c) in HIDDEN]


@fuzz(60)
@given(hostile_text())
def test_no_text_becomes_markup_in_html(said: str) -> None:
    """Whatever a student says, the page has the tags that it would have anyway, and shows every character."""
    made = report.html(spoken(half_done(), said), LESSON)
    assert unmarked(Page(made)) == unmarked(page(spoken(half_done(), "x")))
    assert seen(made)


@fuzz(60)
@given(hostile_text())
def test_no_text_becomes_markup_on_the_class_page(said: str) -> None:
    """The same for the class, with hostile names, reasons and diagnoses."""
    made, plain = (class_page([spoken(g, s) for g in (half_done(), ungraded())], LESSON) for s in (said, "x"))
    assert unmarked(Page(made)) == unmarked(Page(plain))
    assert seen(made)


@fuzz(60)
@given(hostile_text())
def test_no_text_becomes_markup_on_the_pages_of_a_course(said: str) -> None:
    """The same for names and titles there."""

    def pages(text_of_all: str) -> list[str]:
        grades = [spoken(half_done(), text_of_all), perfect()]
        course = report.joined([LESSON], {LESSON.name: report.results(grades, LESSON)})
        odd = next(each for each in course.learners if each.student.id == text_of_all)
        return ["".join(report.course_parts(course)), report.learner(odd, course)]

    for made, plain in zip(pages(said), pages("x"), strict=True):
        assert unmarked(Page(made)) == unmarked(Page(plain))
        assert seen(made)


@fuzz(60)
@given(hostile_text())
def test_no_text_becomes_markup_in_markdown(said: str) -> None:
    """The blocks are those of a harmless report, and no HTML, link or image appears."""
    made = report.markdown(spoken(half_done(), said), LESSON)
    blocks, inline = tokens(made)
    assert blocks == tokens(report.markdown(spoken(half_done(), "x"), LESSON))[0]
    assert inline <= {
        "text",
        "text_special",
        "hardbreak",
        "softbreak",
        "code_inline",
        "strong_open",
        "strong_close",
    }
    assert seen(made)


@fuzz()
@given(hostile_text())
def test_no_name_becomes_a_formula(said: str) -> None:
    """Every student stays in one row, and no cell is a formula, whatever the rows are parted at."""
    made = report.grades_csv([spoken(half_done(), said), ungraded()], LESSON)
    rows = list(csv.reader(io.StringIO(made)))
    assert [len(row) for row in rows] == [20, 20, 20]
    assert not formulas(made)
    assert seen(made)


# --- the class ---------------------------------------------------------------------------------


def students_in(made: str) -> list[str]:
    """The links in the table of students."""
    table = made[made.index('<table class="class students">') :]
    return re.findall(r'<th scope="row"><a href="([^"]*)"', table)


def test_the_class_is_sorted_by_name_and_linked() -> None:
    """Students stand in the order of their names, each with a link to the folder of the report."""
    links = students_in(class_page(CLASS, LESSON))
    assert links == ["ada/report.html", "alan/report.html", "barbara/report.html", "grace/report.html"]


def test_links_use_the_folders_that_reports_are_written_to() -> None:
    """A hostile id leads to the same safe folder that everything else uses."""
    odd = replace(perfect(), student=Student("../<b>", "Odd"))
    assert students_in(class_page([odd], LESSON)) == [f"{report_folder_name('../<b>')}/report.html"]


def test_the_class_page_tells_where_the_class_stands() -> None:
    """How many are done, the mean of those graded, and the reason of who is not."""
    shown = Page(class_page(CLASS, LESSON))
    assert shown.has("4 students, 3 graded, 1 could not be graded.")
    assert shown.has("26 points is the median")
    assert shown.has("Square and its derivative 1 2 0 9 of 15")
    assert shown.has("Alan Turing the zip file is damaged")


def test_what_was_not_checked_counts_for_nobody() -> None:
    """Exercises that we failed to check, and ungraded submissions, are in no mean."""
    *_, unchecked = every_state()
    standing = classroom.classroom([unchecked, ungraded(), perfect()], LESSON).standings[0]
    assert (standing.done, standing.partly, standing.none, standing.mean) == (1, 0, 0, 10.0)


def test_the_table_is_fixed() -> None:
    """Numbers are numbers, text is quoted, and what is not graded is empty, never 0."""
    assert golden("grades.csv", report.grades_csv(CLASS, LESSON))


# --- the chart ---------------------------------------------------------------------------------


def drawn(*series: tuple[float, ...], scale: Literal["even", "logarithmic"] = "even") -> chart.Chart:
    lines = tuple(Series(f"s{k}", v) for k, v in enumerate(series))
    made = chart.chart(Figure("t", "step", "loss", lines, scale))
    assert made
    return made


def test_a_figure_that_asks_for_nothing_has_an_even_scale() -> None:
    """The expected curve of the lesson has even ticks from zero to above its start."""
    made = drawn(tuple(36 * 0.36**k for k in range(10)))
    assert not made.logarithmic
    assert [t.label for t in made.y_ticks] == ["0", "10", "20", "30", "40"]
    assert [t.label for t in made.x_ticks] == ["0", "2", "4", "6", "8"]


def test_a_loss_over_decades_is_a_straight_line_on_a_scale_that_was_asked_for() -> None:
    """A falling and an exploding curve stay visible, and each step is as high as the next."""
    falling, exploding = (tuple(36 * factor**k for k in range(10)) for factor in (0.04, 1.96))
    made = drawn(falling, exploding, scale="logarithmic")
    for line in made.lines:
        steps = [after[1] - before[1] for before, after in pairwise(line.markers)]
        assert steps == pytest.approx([steps[0]] * 9, abs=0.2) and abs(steps[0]) > 2
    assert made.logarithmic
    assert {"10⁶", "1", "10⁻⁹"} <= {t.label for t in made.y_ticks}


def test_a_loss_within_two_decades_has_an_even_scale_all_the_same() -> None:
    assert not drawn((11.0, 5.0, 0.9), scale="logarithmic").logarithmic


def test_zero_stands_at_the_lower_edge_of_a_logarithmic_scale_and_says_so() -> None:
    made = drawn((36.0, 1.0, 0.0, -2.0), (36.0, 0.01, 0.0, 0.0), scale="logarithmic")
    assert [line.note for line in made.lines] == [
        "0 or less at the lower edge, first at 2",
        "0 at the lower edge, first at 2",
    ]
    assert made.lines[0].markers[2][1] == made.lines[0].markers[3][1] <= chart.BOTTOM


def test_labels_do_not_touch() -> None:
    """Whatever the scale, there is room for a line of letters between two labels."""
    for scale in ("even", "logarithmic"):
        heights = sorted(t.at for t in drawn((36.0, 1e-9, 1e12), scale=scale).y_ticks)
        assert len(heights) > 2 and all(b - a >= axes.HIGH for a, b in pairwise(heights))


def test_values_that_are_no_number_leave_a_gap() -> None:
    """The line is interrupted and says where; the table has a dash."""
    made = drawn((36.0, math.nan, 30.0, 20.0, math.nan, math.inf))
    assert made.lines[0].path.count("M") == 2
    assert made.lines[0].note == "not a finite number at 1, 4 and 5"
    assert made.rows[1] == ("1", "–")


def test_a_line_that_leaves_the_numbers_says_from_where() -> None:
    """An exploded curve ends in the picture, and in words."""
    assert drawn((1.0, math.inf, math.nan)).lines[0].note == "not a finite number from 1 on"


def test_lines_of_different_length_share_a_table() -> None:
    """Steps that a line does not have stay empty."""
    assert drawn((1.0, 2.0), (3.0,)).rows == (("0", "1", "3"), ("1", "2", ""))


def test_nothing_to_draw_is_said() -> None:
    """A figure without a finite number is a sentence, not an empty picture."""
    nothing = Figure("The loss", "step", "loss", (Series("yours", (math.nan,)), Series("expected", ())))
    grade = replace(perfect(), exercises=(replace(perfect().exercises[2], figures=(nothing,)),))
    assert chart.chart(nothing) is None
    assert page(grade).has("There is no finite number to draw.")


def test_a_chart_is_told_in_words() -> None:
    """The description names every line with its start and end, and the table holds every value."""
    made = chart.chart(curve(36.0, 70.56))
    assert (
        made and "yours: 2 values, starts at 36 and ends at 70.56, rises in every step." in made.description
    )
    assert page(half_done()).has("8 0.010156 7840.63")


def test_a_graph_is_drawn_and_told() -> None:
    """The picture has its words, and a table beside it; the first wrong node is named."""
    shown = page(half_done())
    assert shown.has("Going backward from the result, x is the first with a wrong gradient")
    assert shown.has("z = x.square(): data 9, gradient 1. x = 3: data 3, gradient 3, due 6.")
    assert shown.has("x = 3 3 3 6")


@fuzz()
@given(
    st.lists(st.lists(st.floats(), max_size=40).map(tuple), min_size=1, max_size=4),
    st.sampled_from(["even", "logarithmic"]),
)
def test_every_chart_stays_inside_its_picture(series: list[tuple[float, ...]], scale: Any) -> None:
    """Whatever the numbers, all places are finite, inside the frame, and ticks do not touch."""
    made = chart.chart(Figure("t", "x", "y", tuple(Series(str(k), v) for k, v in enumerate(series)), scale))
    if made is None:
        assert not [v for values in series for v in values if math.isfinite(v)]
        return
    spots = [spot for line in made.lines for spot in line.markers]
    assert all(0 <= x <= chart.WIDTH and 0 <= y <= chart.HEIGHT for x, y in spots)
    heights = sorted(t.at for t in made.y_ticks)
    assert all(after - before >= 14 for before, after in pairwise(heights))
    assert 1 <= len(made.y_ticks) <= 13 and all(len(t.label) <= 8 for t in made.y_ticks)


def test_long_curves_are_cut_and_say_so() -> None:
    """A million rows make no million marks."""
    made = drawn(tuple(map(float, range(1000))))
    assert made.cut and len(made.rows) == chart.MOST


# --- words -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "said"), [(6.0, "6"), (6.5, "6.5"), (10 / 3, "3.33"), (0.0, "0"), (100.0, "100"), (1e-9, "0")]
)
def test_points_are_short(value: float, said: str) -> None:
    """At most two decimals, none without meaning."""
    assert words.points(value) == said


def test_text_is_counted_in_words() -> None:
    """One is singular, all else is plural."""
    assert [words.count(n, "point") for n in (0, 1, 1.5)] == ["0 points", "1 point", "1.5 points"]
    assert words.listed("abc") == "a, b and c"
    assert words.sentence("graded kindly") == "Graded kindly."
    assert text.NAME == 80


def test_a_large_class_is_folded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first rows are open, the others in parts that say who is in them, and nobody is left out."""
    monkeypatch.setattr(classroom, "PART", 2)
    names = ["Ada", "Bob", "Cy", "Dee", "Eve"]
    page = class_page(map(perfect, names), LESSON)
    page = page[page.index('id="students"') :]
    first, *parts = page.partition('<ul class="key"')[0].split("<details>")
    assert [name for name in names if name in first] == ["Ada", "Bob"]
    summaries = [part.partition("</summary>")[0] for part in parts]
    assert [re.sub("<[^>]*>", "", said).strip() for said in summaries] == [
        "2 more students: Cy to Dee",
        "1 more student: Eve to Eve",
    ]
    assert all(page.count(f"<bdi>{name}</bdi></a></th>") == 1 for name in names)
