"""The written answers are found under their headings, and a template is no answer."""

from importlib import import_module
from types import SimpleNamespace

import pytest

from grader.lesson.stubs import stubs_for
from grader.lesson.written import MAX_ANSWER, answers, has_heading, homeless, prompt
from grader.student import Todo
from tests.lessons.bullets import bullets

WRONG, RESET = (
    "## 1. What does it mean for a model to be wrong?",
    "## 4. Why must the gradient be reset at every step?",
)


@pytest.fixture
def template(lesson):
    """The file as students get it."""
    return stubs_for(lesson)["reflections.md"]


def filled(lesson):
    """The file as the solution has it."""
    return (lesson.solutions / "reflections.md").read_text(encoding="utf-8")


def test_every_question_of_the_solution_is_answered(lesson, template):
    """Each of the six answers is found, under its own question."""
    found = answers(filled(lesson), template, lesson)
    assert list(found) == [question.name for question in lesson.questions]
    assert found["being_wrong"].startswith("Its prediction is not the true value.")
    assert found["synthesis"].count("\n- ") == 2


def test_the_template_answers_nothing(lesson, template):
    """What was there before the student came is not an answer."""
    assert set(answers(template, template, lesson).values()) == {""}


@pytest.mark.parametrize("empty", ["", "   \n\n", "- \n- \n-", "<!-- later -->", "...", "---", "____"])
def test_nothing_said_is_no_answer(lesson, template, empty):
    """White space, bare bullets, comments and signs without a word say nothing."""
    assert answers(f"{WRONG}\n\n{empty}\n", template, lesson)["being_wrong"] == ""


def test_only_the_students_own_lines_are_kept(lesson, template):
    """Lines of the template, in whatever emphasis, and comments are left out of an answer."""
    theirs = "**TODO: write your answer in place of this line.**\n<!-- a note\nto myself -->"
    text = f"{WRONG}\n\n{theirs}It is off.\n"
    assert answers(text, template, lesson)["being_wrong"] == "It is off."


@pytest.mark.parametrize(
    "heading", [RESET, RESET.removeprefix("#"), f"#### {RESET[3:].upper()} ##", f"{RESET}  "]
)
def test_a_heading_may_change_its_dress(lesson, template, heading):
    """Level, capitals and closing signs of a heading are style."""
    assert answers(f"{heading}\n\nIt adds up.\n", template, lesson)["why_reset"] == "It adds up."


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_any_system_are_line_ends(lesson, template, end):
    """An answer ends where the next heading begins, however lines end."""
    text = end.join([WRONG, "", "It is off.", "", RESET, "It adds up.", ""])
    found = answers(text, template, lesson)
    assert (found["being_wrong"], found["why_reset"]) == ("It is off.", "It adds up.")


@pytest.mark.parametrize(
    "answer",
    [
        "### My answer\n\nIt is off.",
        "```python\n# a comment\n1 + 1\n```\n\nIt is off.",
        "```\n# a block without an end\nIt is off.",
    ],
)
def test_an_answer_may_have_headings_and_code(lesson, template, answer):
    """They are a part of it, and the next question is still one."""
    found = answers(f"{WRONG}\n\n{answer}\n\n{RESET}\n\nIt adds up.\n", template, lesson)
    assert (found["being_wrong"], found["why_reset"]) == (answer, "It adds up.")
    assert not homeless(template.replace(WRONG, f"{WRONG}\n\n{answer}"), template, lesson)


def test_code_on_a_line_of_its_own_takes_no_note_into_an_answer(lesson, template):
    """Both ends of it are on that line, so what comes after is no code."""
    text = f"{WRONG}\n```ŷ - y```\n## Only for me\nAsk Ann.\n"
    assert answers(text, template, lesson)["being_wrong"] == "```ŷ - y```"


def test_a_missing_heading_is_a_missing_answer(lesson, template):
    """Without any heading nothing is answered, and nothing goes wrong."""
    assert set(answers("It is off.", template, lesson).values()) == {""}


def test_a_heading_is_known_in_any_dress():
    """Its words count, and nothing else."""
    title = RESET.removeprefix("## ")
    assert has_heading(f"# {title.upper()}\nIt adds up.", title)
    assert not has_heading("4) It adds up.", title)


@pytest.mark.parametrize("text", ["1) It is off.", "# Mine\n\nIt is off.", "## 1. Being wrong\nIt is off."])
def test_words_below_a_heading_of_ones_own_are_homeless(lesson, template, text):
    """They answer no question, and whoever wrote them should know."""
    assert homeless(text, template, lesson)
    assert homeless(f"{template}\n## My answers\n\nIt is off.\n", template, lesson)
    assert not homeless(f"{filled(lesson)}\n## A note\n\nIt is off.\n", template, lesson)


def test_where_all_headings_stand_nothing_is_homeless(lesson, template):
    """Notes above the questions, or the headings without anything, are nobody's lost answers."""
    assert not homeless("My name.\n\n" + template, template, lesson)
    assert not homeless("", template, lesson)
    assert not homeless(template.replace(RESET, ""), template, lesson)


def test_an_endless_answer_is_cut(lesson, template):
    """A person reads these."""
    assert len(answers(f"{WRONG}\n{'a ' * 20_000}", template, lesson)["being_wrong"]) == MAX_ANSWER


def test_a_comment_without_an_end_is_text(lesson, template):
    """What was begun and never closed hides nothing."""
    assert answers(f"{WRONG}\n<!-- It is off.\n", template, lesson)["being_wrong"] == "<!-- It is off."


def test_a_question_may_ask_more_than_its_heading(lesson):
    """The prompt is the catalog's, or nothing."""
    asked = {question.name: prompt(question) for question in lesson.questions}
    assert asked["being_wrong"] == "" and asked["synthesis"].startswith("Three bullets of your own")


def test_bullets_are_counted_however_they_are_marked():
    """The empty ones that a template leaves are none."""
    for mark in ("-", "*", "+", "•", "–", "1.", "2)", "3", "④"):
        assert len(bullets(f"{mark} The loss says how wrong.\n  {mark} И это тоже.\n{mark}\n{mark}  \n")) == 2
    assert len(bullets("- 36 → 23.04 → 14.7\n- 7")) == 2
    assert bullets("The loss - it says.\n-\n-\n-\n---\n") == []


@pytest.mark.parametrize("name", ["first_loop", "two_parameters", "gradient_check", "absolute_loss"])
def test_a_question_whose_heading_is_gone_says_so(name):
    """Whoever has written answers is not told that there are none, and nothing else."""
    checks = import_module(f"tests.{name}.test_reflections")
    question = checks.LESSON.questions[0]
    for text, lost in ((f"## {question.title}\n", False), ("1) It is off by a lot.\n", True)):
        with pytest.raises(Todo) as told:
            checks.answer(SimpleNamespace(text=lambda _, text=text: text), question.name)
        assert ("put it back" in str(told.value)) == lost


def test_a_heading_that_comes_twice_hides_no_answer(lesson, template):
    """Whoever pastes the template below the answers, or answers in two places, has answered."""
    assert answers(filled(lesson) + template, template, lesson) == answers(filled(lesson), template, lesson)
    text = f"{WRONG}\n\nIt is off.\n\n{RESET}\n\nThey add up.\n\n{WRONG}\n\nBy how much?\n"
    assert answers(text, template, lesson)["being_wrong"] == "It is off.\n\nBy how much?"
