"""One story: what is said of an exercise, and that everyone who tells it says the same."""

import html
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace

import pytest
from rich.console import Console

from grader.bridge import formgrade, gradebook_rows
from grader.checking.ledger import Ledger
from grader.doors.asking_ahead import AskingAhead
from grader.grading import grading, progress, session
from grader.lesson.cells import check_id
from grader.model import CheckResult, Diagnosis, ExerciseResult, Grade, Question, Submission
from grader.telling import report
from grader.telling.board import Board
from grader.telling.card import Card
from grader.telling.exports import github, gradescope
from grader.telling.story import (
    FOLLOW_THROUGH,
    STATES,
    next_exercise,
    story,
    underway,
)
from grader.telling.writing import writing, writing_checked
from tests.grader.conftest import CONFINED, ROOT, read
from tests.grader.handins import LESSON
from tests.grader.sample_grades import class_page, half_done, perfect, result

# --- what a story is ---------------------------------------------------------------------------


def standing(name: str, status: str, builds: bool = False) -> ExerciseResult:
    return replace(result("square", status), name=name, follow_through=builds)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("standings", "name"),
    [
        ([], None),
        ([("a", "passed", False)], None),
        ([("a", "todo", False), ("b", "waiting", True)], "a"),
        ([("a", "todo", False), ("b", "failed", False), ("c", "failed", False)], "b"),
        ([("a", "todo", False), ("b", "failed", True)], "a"),
        ([("a", "waiting", False), ("b", "ungraded", False)], "b"),
    ],
)
def test_what_was_tried_and_is_wrong_comes_first(standings, name) -> None:
    """Then what is to do. What builds on undone work waits, also where it got a working version."""
    following = next_exercise((standing(*one) for one in standings), ())
    assert (following and following.name) == name


def with_diagnosis(check: str, *statuses: str) -> ExerciseResult:
    found = result("square", *statuses)  # type: ignore[arg-type]
    return replace(found, diagnosis=Diagnosis("square-missing-factor-2", "Half.", 31, "Why?", check))


@pytest.mark.parametrize(
    ("exercise", "name"),
    [
        (result("square", "passed"), None),
        (result("square", "todo", "failed", "crashed"), "test_2"),
        (result("square", "passed", "todo", "waiting"), "test_2"),
        (with_diagnosis("", "failed", "failed"), "test_1"),
        (with_diagnosis("test_2", "failed", "failed"), "test_2"),
        (with_diagnosis("test_2", "failed", "passed"), "test_1"),
        (with_diagnosis("test_9", "failed", "failed"), "test_1"),
    ],
)
def test_the_check_that_tells_most_is_shown_first(exercise, name) -> None:
    """The one that the named mistake explains, else the first wrong one, else the first to do."""
    found = exercise.told
    assert (found and found.name) == name
    assert story(exercise).wrong[:1] == () or story(exercise).wrong[0].check.name == name


def test_headline_line_and_mistake_are_about_the_same() -> None:
    """The claim of the check that is explained, what came of it, and the line of the mistake."""
    exercise = with_diagnosis("test_2", "failed", "failed")
    told = story(exercise)
    assert told.headline == exercise.checks[1].title and told.message == exercise.checks[1].message
    assert (told.line, told.mistake, told.explained) == (31, "missing factor 2", ("Half.", "Why?"))
    assert told.hint == exercise.hint
    without = story(replace(exercise, diagnosis=None))
    assert (without.headline, without.line, without.mistake) == (exercise.checks[0].title, None, "")


def test_what_is_to_do_says_what_is_missing_and_gives_no_hint_unasked() -> None:
    """Nothing is called wrong that was not tried."""
    exercise = result("square", "passed", "todo")
    told = story(
        replace(exercise, checks=(*exercise.checks[:1], said("test_2", "todo", "LOSS is still None")))
    )
    assert (told.headline, told.message, told.hint, told.said) == ("LOSS is still None", "", "", "to do")


def test_who_is_done_has_no_headline_and_no_hint() -> None:
    """Done is done."""
    told = story(result("square", "passed"))
    assert (told.headline, told.example, told.line, told.hint, told.said) == ("", "", None, "", "done")


def said(name: str, status: str, message: str) -> CheckResult:
    return CheckResult(name, "A claim.", status, 0.0, 1.0, message)  # type: ignore[arg-type]


def test_what_waits_says_for_what_first() -> None:
    """A message without names is no trouble, either."""
    waits = result("train", "waiting")
    named = replace(waits, checks=(said("t", "waiting", "waiting for `square` and `update`"),))
    assert story(named).said == "waiting for `square`"
    assert story(replace(waits, checks=(said("t", "waiting", ""),))).said == "waiting"


def test_a_card_of_what_waits_says_so_and_no_more() -> None:
    """Also where what it waits for was not checked: its file cannot be imported."""
    ledger = Ledger(LESSON, {})
    ledger.add("update", said("t", "waiting", "waiting for `square` and `backward`"))
    assert repr(Card(ledger, ["update"])).split("  ")[-1] == "waiting for `square`"


def test_what_ran_in_part_says_so() -> None:
    """Some checks passed and the others did not run; with a failure that is what counts."""
    assert story(result("square", "passed"), unrun=2).said == "1 of 3 checks ran"
    assert story(result("square", "failed"), unrun=2).said == "not right yet"


def test_follow_through_is_noted_where_something_was_checked() -> None:
    """What still waits, or is to do, was not checked with anything."""
    train = replace(
        result("train", "failed"), follow_through=True, remarks=("graded with a working `square`",)
    )
    assert story(train).notes == (FOLLOW_THROUGH, "graded with a working `square`")
    assert story(replace(train, status="todo")).notes == ("graded with a working `square`",)


def test_no_two_states_have_the_same_words() -> None:
    """A reader can tell them apart, also where there are neither colours nor signs."""
    assert len({state.words for state in STATES.values()}) == len(STATES)
    assert all(
        state.plain.isascii() and len(state.sign) == len(state.plain) == 1 for state in STATES.values()
    )


def test_every_question_says_what_it_lacks() -> None:
    """Each question once, by its title, whether a check's message has it or not."""
    questions = [Question(name, f"{k}. {name}?", "", 1) for k, name in enumerate(("why", "how", "what"), 1)]
    checks = [
        said("test_answered[why]", "todo", '"1. why?" is not answered yet'),
        said("test_answered[how]", "failed", "too short"),
        said("test_answered[what]", "passed", ""),
        said("test_bullets[why]", "todo", '"1. why?" is not answered yet'),
    ]
    found = writing_checked(questions, checks)
    assert found.lacking == ('"1. why?" is not answered yet', '"2. how?": too short')
    assert (found.said, found.standing) == ("1 of 3 answered", "todo")
    assert writing(perfect().written).said == "2 of 2 answered"
    first, second = half_done().written
    missing = writing((replace(first, status="missing"), second))
    assert missing.lacking == (f'"{first.title}" is not answered yet',)


# --- everyone tells the same -------------------------------------------------------------------


@dataclass(frozen=True)
class Told:
    """What a teller says: exercise → its state, exercise → all that is said of it, and what is next."""

    states: Mapping[str, str]
    texts: Mapping[str, str]
    next: str | None


TITLES = {exercise.title: exercise.name for exercise in LESSON.exercises}


def plainly(page: str) -> str:
    """A page as it is read: without tags, escapes, signs for code, and line ends."""
    shown = re.sub(r"<[^>]+>", " ", page)
    return " ".join(re.sub(r"[\\`*]|&nbsp;", "", html.unescape(shown)).split())


def by_name(pairs) -> dict[str, str]:
    return {TITLES.get(plainly(name), plainly(name)): plainly(text) for name, text in pairs}


def board(ledger: Ledger, grade: Grade) -> Told:
    lines: list[str] = []
    screen = SimpleNamespace(write_line=lambda line, **_: lines.append(line))
    config = SimpleNamespace(
        option=SimpleNamespace(verbose=0, tbstyle="auto"),
        invocation_params=SimpleNamespace(dir=Path("/here")),
        getoption=lambda name: False,
    )
    checked = SimpleNamespace(ledgers={LESSON.name: ledger})
    Board(config, checked, lambda _: Path("/here")).pytest_terminal_summary(screen)  # type: ignore[arg-type]
    page = "\n".join(lines)
    states = re.findall(r"^  \S (\w+) .* [\d.]+/[\d.]+  (.+)$", page, re.M)
    following = re.search(r"^next: `(\w+)`", page, re.M)
    return Told(by_name(states), _of_next(following and following[1], page), following and following[1])


def card(ledger: Ledger, grade: Grade) -> Told:
    page = repr(Card(ledger, [exercise.name for exercise in LESSON.exercises]))
    states = re.findall(r"^\S (\w+) +[\d.]+ of [\d.]+  (.+?)(?: \(graded .*)?$", page, re.M)
    *_, advice = re.split(r"^\S \w+ +[\d.]+ of .*$", page, flags=re.M)
    undone = [story(e) for e in ledger.checked() if e.status != "passed"]
    following = next((s.exercise.name for s in undone if plainly(s.headline) in plainly(advice)), None)
    return Told(by_name(states), _of_next(following, advice), following)


def web(ledger: Ledger, grade: Grade) -> Told:
    page = report.html(grade, LESSON)
    state = r'<span class="state \w+"><svg.*?</svg>(.*?)</span>'
    rows = r'"#?exercise-(\w+)"[^>]*>\s*(?:<summary class="row">)?' + state
    following = re.search(r'<section id="exercise-(\w+)" aria-labelledby="next">', page)
    end = r"</(?:section|details)>\s*(?=<section|</)"
    texts = re.findall(rf'<\w+ [^>]*id="exercise-(\w+)"(.*?){end}', page, re.S)
    return Told(by_name(re.findall(rows, page)), by_name(texts), following and following[1])


def page(ledger: Ledger, grade: Grade) -> Told:
    made = report.markdown(grade, LESSON)
    following = re.search(r"^Next: (.+)$", made, re.M)
    rows = re.findall(r"^\| (.+?) \| (.+?) \| [\d.]+ of", made, re.M)
    texts = re.findall(r"^## ([^\n]+?): [^\n]+\n(.*?)(?=^## |\Z)", made, re.M | re.S)
    name = TITLES.get(plainly(following[1])) if following else None
    return Told(by_name(rows), by_name(texts), name)


def annotations(ledger: Ledger, grade: Grade) -> Told:
    found = [re.fullmatch(r"::\w+ .*title=(.+?)%3A (.+?)::(.*)", c) for c in github.annotations(grade)]
    titles = [(match[1], match[2]) for match in found if match]
    return Told(by_name(titles), by_name((m[1], m[3].replace("%0A", " ")) for m in found if m), None)


def gradescopes(ledger: Ledger, grade: Grade) -> Told:
    tests = json.loads(gradescope.export(grade))["tests"]
    states = [(test["name"], test["output"].split("\n\n")[0]) for test in tests]
    return Told(by_name(states), by_name((test["name"], test["output"]) for test in tests), None)


def comments(ledger: Ledger, grade: Grade) -> Told:
    made = gradebook_rows.said(LESSON, grade).comments.values()
    lines = [line for comment in made for line in plainly_lines(comment or "")]
    found = [re.fullmatch(r"(\w+) \([\d.]+ of [\d.]+\), ([^:]+): (.*)", line) for line in lines]
    return Told(by_name((m[1], m[2]) for m in found if m), by_name((m[1], m[3]) for m in found if m), None)


def formgrader(ledger: Ledger, grade: Grade) -> Told:
    with TemporaryDirectory() as course:
        (made,) = formgrade.due(LESSON, {"ada": grade}, Path(course))
    cells = {cell["id"]: cell for cell in json.loads(made.content)["cells"]}
    shown = {
        e.name: plainly_lines(cells[check_id(e.name)]["outputs"][0]["data"]["text/markdown"])
        for e in LESSON.exercises
    }
    states = {name: lines[0].rpartition(": ")[2] for name, lines in shown.items()}
    return Told(states, {name: " ".join(lines[1:]) for name, lines in shown.items()}, None)


def plainly_lines(page: str) -> list[str]:
    return [plainly(line) for line in page.split("\n")]


def table(ledger: Ledger, grade: Grade) -> Told:
    """A class's table has room for what is next, and for a mistake in place of the state."""
    log = Console(file=StringIO(), width=150)
    log.print(progress.table([grade], LESSON.order))
    name, split, why = log.file.getvalue().rstrip().splitlines()[-1].split("  ")[-1].partition(": ")  # type: ignore[attr-defined]
    following = name.strip() if split else None
    known = {e.name: story(e) for e in grade.exercises}
    named = following is not None and why == known[following].mistake
    return Told({} if named or not following else {following: why}, {}, following)


def learner(ledger: Ledger, grade: Grade) -> Told:
    """A student's page of a course has one line on what is next."""
    course = report.joined([LESSON], {LESSON.name: report.results([grade], LESSON)})
    following = re.search(r">([^<]+)</a> in ", report.learner(course.learners[0], course))
    return Told({}, {}, TITLES[plainly(following[1])] if following else None)


def room(ledger: Ledger, grade: Grade) -> Told:
    """The class page has the states alone, in the order of the exercises."""
    cells = re.findall(r"<i>(.*?), </i>", class_page([grade], LESSON))
    return Told(dict(zip((e.name for e in grade.exercises), cells, strict=True)), {}, None)


def _of_next(name: str | None, text: str) -> dict[str, str]:
    return {name: plainly(text)} if name else {}


# Teller → does it say of each exercise how it stands (or only of those that are not done), and what is next?
TELLERS: Mapping[str, tuple[Callable[[Ledger, Grade], Told], bool, bool]] = {
    "board": (board, True, True),
    "card": (card, True, True),
    "report.html": (web, True, True),
    "report.md": (page, True, True),
    "annotations": (annotations, False, False),
    "gradescope": (gradescopes, True, False),
    "gradebook": (comments, False, False),
    "formgrader": (formgrader, True, False),
    "table": (table, False, True),
    "learner": (learner, False, True),
    "class": (room, True, False),
}


AT_A_GLANCE = ("table", "learner")  # one line a student
AT_WORK = ("board", "card")  # they say that a part is enough for now; the others speak of what is handed in


def changed(folder: str, file: str, *pairs: tuple[str, str]) -> Submission:
    """A submission of the sample class with some lines of one file replaced."""
    made = read(ROOT / "tests/sample_class" / folder, LESSON)
    text = made.files[file].decode()
    for old, new in pairs:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return replace(made, files={**made.files, file: text.encode()})


MADE: Mapping[str, Callable[[], Submission]] = {
    # Of two answers that are wrong, the first has no name, and the second has one.
    "two slips on paper": lambda: changed(
        "ada", "by_hand.py", ("LOSS = 36", "LOSS = 17"), ('= "negative"', '= "positive"')
    ),
    "two wrong predictions": lambda: changed(
        "ada", "failure_modes.py", ('05: "smooth"', '05: "explodes"'), ("-48", "-24")
    ),
    "the first four answers": lambda: changed(
        "radia",
        "by_hand.py",
        ("Y_HAT = None", "Y_HAT = -2"),
        ("LOSS = None", "LOSS = 36"),
        ("W_SHOULD = None", 'W_SHOULD = "increase"'),
        ("GRADIENT_SIGN = None", 'GRADIENT_SIGN = "negative"'),
    ),
    "to do and wrong": lambda: changed("hedy", "engine.py", ("2 * self.data", "self.data")),
}
STUDENTS = [*sorted(p.name for p in (ROOT / "tests/sample_class").iterdir() if p.is_dir()), *MADE]


@cache
def graded(student: str) -> tuple[Ledger, Grade]:
    """The ledger of a student's submission, and the grade that comes of it."""
    made = MADE[student]() if student in MADE else read(ROOT / "tests/sample_class" / student, LESSON)
    ledger = session.bench(LESSON).run(AskingAhead(LESSON, made, confined=CONFINED))
    return ledger, grading.graded(LESSON, made, ledger, confined=CONFINED)


@pytest.mark.parametrize("teller", TELLERS)
@pytest.mark.parametrize("student", STUDENTS)
def test_every_teller_says_the_same(student: str, teller: str) -> None:
    """The same state in the same words, the same check first, and the same exercise next."""
    ledger, grade = graded(student)
    tell, everything, following = TELLERS[teller]
    order = LESSON.order if teller in AT_WORK else ()
    known, _ = underway(map(story, grade.exercises), order)
    told, stories = tell(ledger, grade), {s.exercise.name: s for s in known}
    states = {name: plainly(s.said) for name, s in stories.items() if everything or s.told is not None}
    assert told.states == states or (teller in AT_A_GLANCE and told.states.items() <= states.items())
    if following:
        due = next_exercise(grade.exercises, LESSON.order)
        assert told.next == (due.name if due else None)
    for name, said_of in told.texts.items():
        headlines = {said_of.find(plainly(c)): c for c in _claims(stories[name].exercise)}
        found = [headlines[at] for at in sorted(headlines) if at >= 0]
        assert found[:1] == [stories[name].headline][: stories[name].told is not None], (name, said_of)


def _claims(exercise: ExerciseResult) -> set[str]:
    """What may stand in a headline: the claims of wrong checks, and what is missing of the others."""
    return {c.title if c.wrong else c.message for c in exercise.checks if c.status != "passed"}


@pytest.mark.parametrize(
    ("student", "exercise", "headline"),
    [
        ("two slips on paper", "by_hand", "You can say the sign of the gradient before computing it."),
        (
            "two wrong predictions",
            "failure_modes",
            "Without a reset, a second backward adds its gradient to the first.",
        ),
    ],
)
def test_the_failure_shown_is_the_one_that_the_named_mistake_explains(student, exercise, headline) -> None:
    """Not the first one that is wrong, which is another mistake, without a name."""
    _, grade = graded(student)
    told = next(story(e) for e in grade.exercises if e.name == exercise)
    assert told.headline == headline and told.diagnosis is not None
    first = next(check for check in told.exercise.checks if check.wrong)
    assert told.told is not first and told.wrong[1].check == first


def test_to_do_does_not_hide_what_is_wrong() -> None:
    """With `by_hand` to do and `square` wrong, all go on to `square`."""
    _, grade = graded("to do and wrong")
    assert [e.status for e in grade.exercises][:2] == ["todo", "failed"]
    assert getattr(next_exercise(grade.exercises, LESSON.order), "name", None) == "square"
