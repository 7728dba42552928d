"""A line of the stub that was left beside a student's own code is told; a stub that nobody touched is not."""

import pytest

from grader.doors.leftover import left_over
from grader.student import Place, Stopped

TELLS = "; your own code stands beside this line of the stub: delete the line"
RAISE = '    raise NotImplementedError("still to do")'


def said(*lines):
    at = next(number for number, line in enumerate(lines, 1) if "NotImplementedError" in line)
    return left_over(Place("a.py", at, "f"), lambda _: "\n".join(lines))


@pytest.mark.parametrize(
    "lines",
    [
        ["def f(w):", "    w.data -= 1", RAISE],
        ["def f(w):", "    # TODO: this", "", RAISE, "", "    return w"],
        ["def f(w):", "    for _ in w:", "        print(w)", RAISE],
        ["def f(w):", "    w.data -= 1", "", RAISE, "", "def g():", "    pass"],
        ["def f(w):", "\tw.data -= 1", RAISE.replace("    ", "\t")],
        ["# one line:\x0c \x1c \u2028", "def f(w):", "    w.data -= 1", RAISE],
    ],
)
def test_code_above_or_below_is_told(lines):
    """Whoever forgot the line above or below the own code reads which line it is about."""
    assert said(*lines) == TELLS


@pytest.mark.parametrize(
    "lines",
    [
        ["def f(w):", RAISE],
        [
            "def f(w):",
            '    """What it is.',
            "",
            '    More of it."""',
            "    # TODO: this",
            RAISE,
            "",
            "def g(): pass",
        ],
        ["def f(w):", '    """What it is."""', RAISE, "    # what I tried: w.data -= 1"],
        ["def f(w):", "    w.data -= 1", "    raise Late(NotImplementedError)"],
        ["def f(w):", "    raise NotImplementedError(", '        "still to do"', "    )"],
        ["def f(w):", "    'What it is.'", RAISE],
        ["def f(w):", '    """What', '    it is."""  # noqa', RAISE],
    ],
)
def test_a_stub_is_still_to_do_and_nothing_else(lines):
    """Comments and docstrings are no code, and other errors are the student's own."""
    assert said(*lines) == ""


def test_no_place_and_no_text_say_nothing():
    """An answer in a notebook has no text, and an error of ours no place."""

    def no_text(_):
        raise Stopped("waiting", "a person reads it")

    assert left_over(None, no_text) == left_over(Place("a.py", 1, "f"), no_text) == ""
    assert left_over(Place("a.py", 7, "f"), lambda _: RAISE) == ""
