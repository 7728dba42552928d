"""What a release must not hold: found by what it says, however it is written."""

import pytest

from grader.release import leaks
from tests.grader.handins import LESSON

KEPT = leaks.secrets([LESSON])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("tests/first_loop/a.py", "w.data -= lr * w.grad"),
        ("tests/lessons/a.py", "        w.data  -=  lr*w.grad   # one step"),
        ("README.md", "    rows.append((step, w.data, loss.data))\n"),
        ("exercises/first_loop/a.ipynb", '{"source": "if True:\\n    w.data -= lr * w.grad\\n"}'),
        ("tests/first_loop/paper.py", 'TRUE = {\n    "LOSS": 36,\n}'),
        ("exercises/first_loop/by_hand.py", "LOSS = 36"),
        ("tests/first_loop/a.py", "assert LOSS == 36"),
        ("README.md", "Its prediction is not the\n**true** value."),
    ],
)
def test_a_line_of_a_solution_is_found(name: str, text: str):
    """Comments, white space, the kind of file and the way to write an answer make no difference."""
    assert leaks.leaks({name: text.encode()}, KEPT)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("tests/first_loop/a.py", "return out\nreturn rows\nw.grad = 0.0"),
        ("tests/first_loop/a.py", "def backward(self):\nself.grad += other.data * out.grad"),
        ("tests/first_loop/a.py", 'LOSS = 360\nassert LOSS == 3\nPAGE = {"LOSS": 9}'),
        ("tests/two_parameters/a.py", "LOSS = 36"),
        ("README.md", "Its prediction is wrong."),
    ],
)
def test_what_says_nothing_is_no_leak(name: str, text: str):
    """Short lines, lines that the stubs hold, other numbers, another lesson's answers."""
    assert not leaks.leaks({name: text.encode()}, KEPT)
