"""Grades attacks as `grader grade` does, in this process: a box each, one warm pytest for all."""

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from grader.box.box import Box
from grader.box.confine import missing_protections
from grader.box.remote import Conversation
from grader.doors.asking_ahead import AskingAhead
from grader.grading import grading, session
from grader.model import Limits
from tests.hostile.rig import INSTRUMENTS, LESSON, WRONG, instrument, points, submission

# Attacks that hang would cost the limits of a lesson many times over. What is honest beside them takes some
# thousandths of a second of CPU time, on a busy machine too.
IMPATIENT = {
    "check_seconds": 0.3,
    "hung_check_seconds": 0.08,
    "import_seconds": 0.5,
    "submission_seconds": 6.0,
}

RECORDED = os.environ.get("LEARNING_LOOP_RECORDED")  # a folder: nothing is graded, see `tests.same_grade`

ATTEMPTS = """
found = []

def attempt(name, act):
    try:
        act()
    except BaseException:
        return
    found.append(name)
"""


def pytest_collection_modifyitems(items):
    """Only tests that hand something in have something to write down."""
    if RECORDED:
        items[:] = [item for item in items if {"grade", "grade_instrument"} & {*item.fixturenames}]


@pytest.fixture(autouse=True)
def _confinement():
    missing = missing_protections()
    if missing:
        pytest.skip(f"student code cannot be locked in here; missing: {'; '.join(missing)}")


def record(handed_in):
    """Write a submission down as a folder that is named after the test, and leave the test."""
    name = re.sub(r"\W+", "-", os.environ["PYTEST_CURRENT_TEST"].partition("::")[2]).strip("-")
    folder = Path(RECORDED, name[:80])
    folder.mkdir(exist_ok=True)
    for file, content in handed_in.files.items():
        (folder / file).write_bytes(content)
    pytest.skip("written down")


@pytest.fixture(scope="session")
def bench():
    return None if RECORDED else session.bench(LESSON)  # the one that `session.grade` uses, too


@pytest.fixture(scope="session")
def grade(bench):
    """`grade({"engine.py": text}, "square")`: the grade of the solution with these files in place of its own.

    Only the exercises that are named are checked; all of them when none is. Limits can be named, too.
    """

    def run(files, *exercises, **limits):
        if RECORDED:
            record(submission(files))
        lesson = replace(LESSON, limits=replace(LESSON.limits, **limits))
        handed_in = submission(files)
        ledger = bench.run(AskingAhead(lesson, handed_in, confined=True), exercises)
        return grading.graded(LESSON, handed_in, ledger, confined=True)

    return run


@pytest.fixture(scope="session")
def grade_instrument():
    """`grade_instrument({"checker.py": text}, "check")`: the same for lesson 3, asked ahead at once."""
    bench = None if RECORDED else session.bench(INSTRUMENTS)

    def run(files, *exercises):
        handed_in = instrument(files)
        if RECORDED:
            record(handed_in)
        ledger = bench.run(AskingAhead(INSTRUMENTS, handed_in, confined=True), exercises)
        return grading.graded(INSTRUMENTS, handed_in, ledger, confined=True)

    return run


@pytest.fixture(scope="session")
def grade_impatiently(grade):
    """As `grade`, under much shorter limits."""
    return lambda files, *exercises, **limits: grade(files, *exercises, **{**IMPATIENT, **limits})


@pytest.fixture(scope="session")
def honest(grade):
    """The points of the solution, by exercise."""
    return None if RECORDED else points(grade({}))


@pytest.fixture(scope="session")
def honest_wrong(grade):
    """The points of `WRONG` without any attack: what a forgery built on it deserves, and no more."""
    return None if RECORDED else points(grade({"engine.py": WRONG}))


@pytest.fixture(scope="session")
def inside():
    """`inside(code)`: what the list `found` holds after `code` ran in a box.

    `attempt(name, act)` is there for `code` to use: it notes the name of whatever was not refused.
    """

    def run(code, *, confined=True):
        with Box({"attack.py": (ATTEMPTS + code).encode()}, Limits(), confined=confined) as box:
            conversation = Conversation(box.ask)
            conversation.fresh({}, {})
            return conversation.module("attack").found

    return run
