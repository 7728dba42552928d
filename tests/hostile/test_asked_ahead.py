"""Sees all questions of an exercise before one answer is looked at, and tries to make something of it.

Stopped by `grader.doors.asking_ahead`: all answers are given before anything is told of what became of one, a
check that asks something else goes on in a new process, and nothing is asked twice of one that could remember.
"""

import pytest

from tests.hostile.rig import ENGINE, WRONG, points, swapped

# Counts how often it is asked the same, in a place that outlives the modules of a check.
REMEMBERS = """
import builtins
builtins.times = getattr(builtins, "times", 0) + 1
SLOPES = [1, 2, 0]
"""
# Looks for the questions that are still to come in all that the host holds.
LOOKS_AHEAD = """
import gc

def coming():
    return [thing for thing in gc.get_objects() if type(thing) is list and thing[:1] == ["get"]]
"""
GUESSES = "2 * self.data * out.grad", "(SLOPES[builtins.times % 3]) * self.data * out.grad"
LATER = "2 * self.data * out.grad", "(2 if len(coming()) < 5 else 1) * self.data * out.grad"


@pytest.fixture(scope="module", autouse=True)
def _asking_ahead(grade):
    """From the second submission on everything is asked ahead."""
    grade({})
    grade({})


def test_a_guess_is_not_asked_again(grade, honest_wrong):
    """Whoever tries one rule after another is found wrong with the first that is."""
    found = points(grade({"engine.py": REMEMBERS + swapped(ENGINE, *GUESSES)}))
    assert found["square"] < 15
    assert {name: n for name, n in found.items() if name != "square"} == {
        name: n for name, n in honest_wrong.items() if name != "square"
    }


def test_the_questions_tell_no_answers(grade, honest):
    """Code that reads what is still to be asked gets what its numbers deserve."""
    found = points(grade({"engine.py": LOOKS_AHEAD + swapped(ENGINE, *LATER)}))
    assert found["square"] <= honest["square"]
    assert {n: p for n, p in found.items() if n != "square"} == {
        n: p for n, p in honest.items() if n != "square"
    }


@pytest.mark.parametrize(
    "attack",
    [
        'import os; os.write(4, b\'["0", "ok", []]\\n\')',
        "import os; os.write(4, b'[[[[')",
        "import sys; sys.stdout = None; print('x' * 20_000_000)",
        "import gc; [thing.clear() for thing in gc.get_objects() if type(thing) is list and len(thing) > 50]",
        "import sys; sys.setrecursionlimit(50)",
        "raise SystemExit",
    ],
)
def test_spoiling_what_was_asked_gains_nothing(grade, honest_wrong, attack):
    """Whatever becomes of the answers to all questions together, they are worth no more than one by one."""
    spoiling = swapped(WRONG, "    def square(self):", f"    def square(self):\n        {attack}\n")
    found = grade({"engine.py": spoiling})
    assert found.status == "graded"
    assert all(points(found)[name] <= honest_wrong[name] for name in honest_wrong)


def test_wrong_stays_wrong(grade, honest_wrong):
    """The grade of a wrong submission is the same, whether it was asked ahead or not."""
    assert points(grade({"engine.py": WRONG})) == honest_wrong


# Rewrites the line with the answers to all questions, in the host that is about to send it.
REWRITES = """
import json, sys

def _host():
    frame = sys._getframe()
    while frame.f_code.co_name != "serve":
        frame = frame.f_back
    return frame.f_globals["wire"]

def _rewriting(before):
    def line(frame, limit):
        sent = before(frame, limit)
        try:
            number, _, found = json.loads(sent)
            assert found[0][0] == ["ok", None]
        except Exception:
            return sent
        return json.dumps([number, "ok", {found}], separators={separators}).encode() + b"\\n"
    return line

wire = _host()
if not hasattr(wire, "rewrites"):
    wire.rewrites, wire.fitting = True, _rewriting(wire.fitting)
"""
REWRITTEN = [
    "found[::-1]",
    "found[:1] * len(found)",
    "found[1:]",
    "found + found[:1]",
    "[found[0][:1]] * len(found)",
]


@pytest.mark.parametrize("found", [*REWRITTEN, "found"])
@pytest.mark.parametrize("separators", ['(",", ":")', '(", ", ": ")'])
def test_answers_in_other_places_are_worth_no_more(grade, honest_wrong, found, separators):
    """What is due for one check is nothing to another, and blanks change no answer."""
    attack = REWRITES.replace("{found}", found).replace("{separators}", separators)
    assert points(grade({"engine.py": f"{WRONG}\n{attack}"})) == honest_wrong
