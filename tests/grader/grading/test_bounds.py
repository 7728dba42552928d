"""A record stays small, whatever a submission says, and honest work is told in full."""

from dataclasses import replace

import pytest

from grader.checking.ledger import Ledger
from grader.figures import Figure, Node, Series
from grader.grading import grading, job, record, session
from grader.grading.bounds import MAX_REMARKS, MAX_TEXT, MAX_TOTAL, CharactersLeft
from grader.intake.intake import Entry
from grader.model import CheckResult, Diagnosis, Student, Submission
from tests.grader.conftest import CONFINED
from tests.grader.handins import LESSON

MB = 1 << 20
LONG = "\x01\ud800\\" * 50_000  # takes the most bytes in JSON
SOLUTION = {name: (LESSON.solutions / name).read_bytes() for name in LESSON.files}
DEEP = "[" * 15 + "'x'" + "]" * 15
WIDE = "[[[[['x' * 60] * 8] * 8] * 8] * 8] * 8"
NAMES = (
    "Y_HAT = LOSS = W_SHOULD = GRADIENT_SIGN = GRADIENT = W_AFTER = Y_HAT_AFTER = LOSS_AFTER = LOSS_WENT_DOWN"
)
LOUD = "'\\x01\\\\' * 40_000"
NASTY = {
    "lists in lists": {"by_hand.py": f"{NAMES} = {WIDE}", "failure_modes.py": f"BEHAVIOUR = {WIDE}"},
    "deep lists": {"by_hand.py": f"{NAMES} = {DEEP}"},
    "long texts": {"by_hand.py": f"{NAMES} = {LOUD}", "failure_modes.py": f"BEHAVIOUR = {{0.05: {LOUD}}}"},
    "long messages": {"engine.py": f"raise ValueError({LOUD})", "training.py": f"raise KeyError({LOUD})"},
    "long names": {"engine.py": f"raise type('E' * 90_000, (Exception,), {{}})({LOUD})"},
    "gradients that are texts": {
        "engine.py": SOLUTION["engine.py"].decode()
        + f"\nclass Value(Value):\n    @property\n    def grad(self):\n        return {WIDE}\n"
        "    @grad.setter\n    def grad(self, value):\n        pass\n"
    },
    "a long history": {"training.py": f"def train(*_, **__):\n    return [{WIDE}] * 99\n"},
    "long answers": {
        "reflections.md": SOLUTION["reflections.md"].decode().replace("\n\n", "\n\n" + "\x01 x" * 90_000)
    },
}


@pytest.mark.parametrize("name", NASTY)
def test_the_record_of_a_nasty_submission_is_small(name: str) -> None:
    """Graded for real: less than a megabyte, with every check and its points in it."""
    files = SOLUTION | {file: text.encode() for file, text in NASTY[name].items()}
    grade = session.grade(LESSON, Submission(Student("eve", "Eve"), files, "sha256:x"), confined=CONFINED)
    assert grade.status == "graded"
    assert len(record.dumps(grade)) < MB
    weights = session.bench(LESSON).suites.weights[LESSON.name]
    assert all({c.name for c in e.checks} == weights[e.name].keys() for e in grade.exercises)


def told(said: str) -> Ledger:
    """A ledger in which everything that a student may influence says this, and a lot of it."""
    nodes = tuple(Node(f"n{k}", said, (), said, said, said, False) for k in range(50))
    figures = [Figure("a", "b", "c", tuple(Series(said, (1.0,) * 200) for _ in range(50)))] * 3
    ledger = Ledger(LESSON, {e.name: {f"test_{k}": 1.0 for k in range(50)} for e in LESSON.exercises})
    for exercise in LESSON.exercises:
        for k in range(50):
            result = CheckResult(f"test_{k}", "It is.", "failed", 0.0, 1.0, said, said, None, nodes)
            ledger.add(exercise.name, result)
        ledger.remarks[exercise.name] = [f"{k}{said}" for k in range(30)]
        ledger.figures[exercise.name] = figures
        ledger.diagnoses[exercise.name] = Diagnosis("slug", said, None, said)
    return ledger


@pytest.mark.parametrize("said", ["x", LONG])
def test_a_record_has_an_end(said: str) -> None:
    """Whatever came out of the box, wherever it is said."""
    text = "\n\n".join(f"# {q.title}\nx{said}" for q in LESSON.questions)
    handed_in = Submission(
        Student("eve", "Eve"),
        {LESSON.written_file: text.encode("utf-8", "replace")},
        "",
        remarks=(said,) * 30_000,
    )
    grade = grading.graded(LESSON, handed_in, told(said), confined=True)
    assert len(record.dumps(grade)) < MB
    assert all(len(e.checks) == 50 for e in grade.exercises)


def test_a_reason_has_an_end() -> None:
    """A grade that is none is small, too."""
    handed_in = Entry(Student("eve", "Eve"), LESSON.root)
    outcome = job.ungraded(job.Job(LESSON, handed_in, True), LONG)
    assert len(outcome.files["grade.json"]) < MB


def test_what_is_cut_says_so() -> None:
    """A text ends in an ellipsis, remarks in how many there were; half a graph is none."""
    budget = CharactersLeft()
    assert budget.text("x" * (MAX_TEXT + 1)) == "x" * MAX_TEXT + "…"
    assert budget.remarks(["r"] * (MAX_REMARKS + 1_500))[-1] == "and 1,500 more remarks like these"
    poor = CharactersLeft(3)
    node = Node("a", "a = 1", (), "1", "2", "3", False)
    result = CheckResult("test_it", "It is.", "failed", 0.0, 1.0, "abcdef", "x", None, (node,))
    assert poor._check(result) == replace(result, message="abc…", example="…", graph=())


def test_what_is_short_is_told_whole() -> None:
    """Nothing changes below the limits, and a later exercise has what earlier ones left."""
    budget = CharactersLeft()
    assert budget.remarks(("one", "two")) == ("one", "two")
    assert budget.left == MAX_TOTAL - 6
