"""A file of answers that cannot be run as a whole is read piece by piece."""

import pytest

from grader.box.piecewise import answers

GOOD = "A = 1\nB = 2\n"


def read(text):
    values, lost = answers(text.encode(), "by_hand.py")
    return {name: value for name, value in values.items() if not name.startswith("_")}, lost


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("W = up  # TODO", "NameError"),
        ("W = 1 / 0", "ZeroDivisionError"),
        ("W =", "SyntaxError"),
        ("W = 12 apples", "SyntaxError"),
        ('W = "up', "SyntaxError"),
        ("W = (1", "SyntaxError"),
        ("  W = 1", "SyntaxError"),
        ("W = [1,", "SyntaxError"),
        ("W = 1.4.", "SyntaxError"),
    ],
)
def test_one_bad_line_costs_one_answer(line, kind):
    """Whatever is wrong with it; and the line is told."""
    values, lost = read(f"A = 1\n{line}\nB = 2\n")
    assert values == {"A": 1, "B": 2}
    assert [[row[0], row[1], row[2], row[3], row[5]] for row in lost] == [
        ["W", None, 2, kind, line.partition("  #")[0].strip()]
    ]


@pytest.mark.parametrize("entry", ["0.2: up,", "0.2: one step,", "0.2: ,", "0.2: 1 / 0,"])
def test_a_dict_is_read_entry_by_entry(entry):
    """The other entries stand."""
    values, lost = read(f'D = {{\n    0.1: "a",\n    {entry}\n    0.3: "c",\n}}\nA = 1\n')
    assert values == {"D": {0.1: "a", 0.3: "c"}, "A": 1}
    assert [row[:3] for row in lost] == [["D", 0.2, 3]]


def test_what_is_said_last_counts():
    """A name that is lost is lost, whatever it was before; one that is mended below is not."""
    assert read("A = 1\nA = up\n")[0] == {}
    values, _ = read("A = up\nA = 2\n")
    assert values == {"A": 2}


@pytest.mark.parametrize(
    "text",
    [
        "<<<<<<< HEAD\nA = 1\n=======\nA = 2\n>>>>>>> other\n",
        "D = {\n    1: 2,\nA = 1\n",
        "def f(:\n    pass\nA = 1\n",
        "A = 1\nB = [1,\n    2\nC = 2\n",
        '"""never closed\nA = 1\n',
    ],
)
def test_where_it_is_not_safe_to_say_nothing_is_read(text):
    """An answer that goes over several lines, or a line that is no answer."""
    with pytest.raises(SyntaxError):
        read(text)


def test_a_program_that_ends_is_not_read_on():
    """Nor is one that asks for more than it gets."""
    with pytest.raises(SystemExit):
        read("A = 1\nexit()\n")
