"""Other systems get what they can read, every point of it, and nothing that they would obey."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader import text
from grader.errors import UngradedError, UsageError
from grader.model import Grade
from grader.telling.exports import classroom50, github, gradescope, junit, plain
from tests.fuzzing import fuzz
from tests.grader.sample_grades import (
    every_state,
    golden,
    half_done,
    hostile_text,
    perfect,
    result,
    spoken,
    ungraded,
)
from tests.grader.test_text import tokens, unescaped

FOLDER = "exercises/first_loop"
# What classroom50's runner sets for an autograder.
RUNNER = {
    "CLASSROOM": "ml-2026",
    "ASSIGNMENT": "learning-loop",
    "SUBMISSION_TAG": "submit/2026-11-22-17",
    "COMMIT_URL": "https://class.example/commit/c0ffee",
    "RELEASE_URL": "https://class.example/release/17",
    "REVIEW_URL": "https://class.example/review/17",
    "GITHUB_REPOSITORY": "ml-course/learning-loop-ada",
    "GITHUB_REPOSITORY_OWNER": "ml-course",
}
RUN = classroom50.run(RUNNER)


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("junit.xml", junit.export(half_done(), FOLDER)),
        ("junit-ungraded.xml", junit.export(ungraded())),
        ("annotations.txt", "\n".join(github.annotations(half_done(), FOLDER))),
        ("gradescope.json", gradescope.export(half_done())),
        ("classroom50.json", classroom50.export(half_done(), RUN)),
    ],
)
def test_the_formats_are_fixed(name: str, made: str) -> None:
    """The same grade gives the same bytes, and a change of a format is seen in review."""
    assert golden(name, made)


# --- JUnit -------------------------------------------------------------------------------------


def shape(element: ET.Element) -> list[object]:
    """The tags of an XML tree, without its text."""
    return [element.tag, *map(shape, element)]


@fuzz()
@given(hostile_text())
def test_junit_is_the_same_tree_whatever_is_said(said: str) -> None:
    """Hostile text is text: the XML parses, and has the elements that it would have anyway."""
    made = ET.fromstring(junit.export(spoken(half_done(), said)).encode())
    assert shape(made) == shape(ET.fromstring(junit.export(half_done())))


def test_junit_counts_every_check_once() -> None:
    """The totals are those of the suites, and each kind of ending has its counter."""
    root = ET.fromstring(junit.export(half_done()))
    counters = {key: int(root.attrib[key]) for key in ("tests", "failures", "errors", "skipped")}
    assert counters == {"tests": 14, "failures": 3, "errors": 2, "skipped": 2}
    assert all(sum(int(suite.attrib[k]) for suite in root) == total for k, total in counters.items())


@pytest.mark.parametrize("grade", [*every_state()], ids=lambda g: g.exercises[0].status)
def test_junit_knows_every_state(grade: Grade) -> None:
    """No state of a check is lost or taken for success."""
    root = ET.fromstring(junit.export(grade))
    assert len(list(root.iter("testcase"))) == 8
    assert sum(len(case) for case in root.iter("testcase")) == 4


# --- GitHub ------------------------------------------------------------------------------------


@fuzz()
@given(hostile_text())
def test_annotations_are_one_command_each(said: str) -> None:
    """Nothing that a student says starts another command or another property."""
    commands = github.annotations(spoken(half_done(), said), FOLDER)
    assert [c.partition(" ")[0] for c in commands] == ["::error", "::error", "::notice"]
    for command in commands:
        _, properties, data = command.split("::", 2)
        keys = [p.partition("=")[0] for p in properties.partition(" ")[2].split(",")]
        assert keys in (["file", "line", "title"], ["file", "title"])
        assert "\n" not in command
        assert text.visible(said, text.MESSAGE) in unescaped(data)


def test_annotations_stand_on_the_line_of_the_mistake() -> None:
    """A diagnosis names file and line as the repository knows them."""
    first, *_ = github.annotations(half_done(), FOLDER)
    assert first.startswith(
        "::error file=exercises/first_loop/engine.py,line=31,title=Square and its derivative%3A"
    )


def test_no_more_annotations_than_github_shows() -> None:
    """Of many, nine are shown and the tenth counts the rest."""
    crowd = replace(
        half_done(), exercises=(result("square", "failed"),) * 12 + (result("train", "todo"),) * 2
    )
    commands = github.annotations(crowd)
    assert [c.partition(" ")[0] for c in commands] == ["::error"] * 10 + ["::notice"] * 2
    assert "3 more exercises" in commands[9]


def test_a_perfect_grade_has_nothing_to_annotate() -> None:
    """Done work is left in peace, and an ungraded one says why."""
    assert github.annotations(perfect()) == []
    assert "the zip file is damaged" in github.annotations(ungraded())[0]


@fuzz()
@given(hostile_text())
def test_printed_output_is_obeyed_nowhere(said: str) -> None:
    """All of it stands between a pause and its end, and the word that ends the pause is not in it."""
    first, *between, last = github.stopped(said).rstrip("\n").split("\n")
    assert first == f"::stop-commands::{last.strip(':')}"
    assert last not in "\n".join(between)
    assert text.visible("\n".join(between)) == "\n".join(between)


@fuzz()
@given(st.integers(200, 900), hostile_text())
def test_a_summary_fits_and_ends_tidily(limit: int, said: str) -> None:
    """A page that is too large is cut between lines, with its code block closed."""
    page = f"# Report\n\n{text.code_block(said + 'print()' * 99)}\n\n" + "A line.\n\n" * 99
    cut = github.shortened(page, limit)
    assert len(cut.encode()) <= limit
    assert tokens(cut)[0][-3:] == ["paragraph_open", "inline", "paragraph_close"]


def test_a_summary_has_room_to_close_a_long_fence() -> None:
    """Wherever the cut falls, the closing fence is counted too."""
    page = f"{text.code_block('`' * 40 + 'print()' * 3)}\n" + "A line.\n" * 99
    page = page.replace("print()", "print()\n")
    assert all(len(github.shortened(page, limit).encode()) <= limit for limit in range(150, 400))


def test_a_summary_that_fits_is_left_alone() -> None:
    """The limit is GitHub's own, and a report is far below it."""
    assert github.SUMMARY == 1_048_576
    assert github.shortened("# Report\n") == "# Report\n"


# --- Gradescope and classroom50 ----------------------------------------------------------------


@pytest.mark.parametrize("export", [gradescope.export, lambda grade: classroom50.export(grade, RUN)])
def test_no_number_for_what_was_not_graded(export: Callable[[Grade], str]) -> None:
    """Our fault is never a zero: neither of a submission nor of one exercise."""
    *_, unchecked = every_state()
    for grade in (ungraded(), unchecked):
        with pytest.raises(UngradedError, match="could not be"):
            export(grade)


@fuzz()
@given(hostile_text())
def test_results_are_json_with_visible_text(said: str) -> None:
    """Both files are UTF-8 JSON, whatever was said, and hold no hidden character."""
    grade = spoken(half_done(), said)
    for made in (gradescope.export(grade), classroom50.export(grade, RUN)):
        assert json.loads(made.encode())["tests"]
        assert text.visible(made, len(made)) == made


def test_gradescope_shows_text_as_text() -> None:
    """Every output is declared as plain text, so that nothing of a student is rendered."""
    results = json.loads(gradescope.export(half_done()))
    formats = {value for key, value in results.items() if key.endswith("_format")}
    assert formats == {"text"}


def test_gradescope_gets_the_marks_of_a_person_too() -> None:
    """The score is that of the exercises and of the answers that have a mark."""
    marked = replace(perfect(), written=tuple(replace(w, points=0.5) for w in perfect().written))
    assert json.loads(gradescope.export(marked))["score"] == 56.0


def test_feedback_is_complete() -> None:
    """Diagnosis, question, what came, the example and the hint are all told."""
    said = plain.feedback(half_done().exercises[1])
    for part in ("half of what", "What is the derivative", "should be 6.0", "x.square()"):
        assert part in said


def test_classroom50_counts_hundredths() -> None:
    """Half points survive as whole numbers, and the tests add up to the score exactly."""
    marked = replace(perfect(), written=tuple(replace(w, points=0.5) for w in perfect().written))
    made = json.loads(classroom50.export(marked, RUN))
    assert (made["score"], made["max-score"]) == (5600, 5650)
    assert sum(test["score"] for test in made["tests"]) == made["score"]
    assert type(made["score"]) is type(made["tests"][-1]["score"]) is int


def refused_by_classroom50(result: dict[str, Any], environment: Mapping[str, str]) -> list[str]:
    """What classroom50's runner would refuse in a result, by its own table of fields."""
    due = {
        "schema": "classroom50/result/v1",
        "classroom": environment["CLASSROOM"],
        "assignment": environment["ASSIGNMENT"],
        "submission": environment["SUBMISSION_TAG"],
    }
    wrong = [key for key, value in due.items() if result.get(key) != value]
    wrong += [key for key in ("commit", "release", "review") if not str(result.get(key, "")).strip()]
    wrong += [key for key in ("score", "max-score") if type(result.get(key)) is not int]
    kinds = {"test-name": str, "passed": bool, "score": int, "max-score": int}
    for test in result["tests"]:
        wrong += [key for key, kind in kinds.items() if type(test.get(key)) is not kind]
    return wrong


def test_classroom50_refuses_nothing() -> None:
    """The result repeats the runner's names, not those of the repository or of the lesson."""
    for grade in (half_done(), perfect(), spoken(half_done(), "é\N{BOM}::error::")):
        assert refused_by_classroom50(json.loads(classroom50.export(grade, RUN)), RUNNER) == []
    assert RUN["review"] == "https://class.example/review/17"


@pytest.mark.parametrize("name", ["CLASSROOM", "ASSIGNMENT", "SUBMISSION_TAG", "REVIEW_URL"])
def test_classroom50_needs_its_runner(name: str) -> None:
    """A name of our own in the place of one of the runner's would be graded 0 of 0: say what is missing."""
    with pytest.raises(UsageError, match=name):
        classroom50.run({**RUNNER, name: " "})
