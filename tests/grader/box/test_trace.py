"""What a check did to student code comes out as Python that a student can run."""

import pytest

from grader.box.trace import MAX_LINES, UNKNOWN, Trace, call_text, operator_text


@pytest.fixture
def trace():
    """A trace that knows the module `engine` and the class in it."""
    trace = Trace()
    trace.module("engine")
    trace.got("engine", "Value", object(), is_object=True)
    return trace


def value(trace, number):
    """`Value(number)`, done and noted; the label of what came."""
    return trace.came(f"Value({number})", None, is_object=True)


def test_a_number_that_was_read_is_printed_and_shown(trace):
    """The last line shows what came, so that it can be compared."""
    a = value(trace, 3.0)
    b = trace.came(f"{a}.square()", None, is_object=True)
    trace.got(b, "data", 6.0, is_object=False)
    assert trace.render() == "from engine import Value\na = Value(3.0)\nb = a.square()\nprint(b.data)  # 6.0"


def test_what_raises_is_the_last_line(trace):
    """An attempt without an outcome ends the example."""
    a = value(trace, 3.0)
    trace.attempt(f"{a}.square()")
    assert trace.render().splitlines()[-1] == "a.square()"


def test_a_name_that_is_missing_in_a_module_is_imported(trace):
    """The line raises for the student what the check met."""
    trace.reading("engine", "Valeu")
    assert trace.render() == "from engine import Valeu"


def test_objects_that_play_no_part_are_left_out(trace):
    """Only what shares an object with the last line is shown, however it is connected."""
    a, b, c = (value(trace, number) for number in (1.0, 2.0, 3.0))
    trace.came(f"{a} + {b}", None, is_object=True)
    trace.was_set(f"{c}.grad = 5.0")
    trace.got(c, "grad", 5.0, is_object=False)
    assert trace.render() == "from engine import Value\na = Value(3.0)\na.grad = 5.0\nprint(a.grad)  # 5.0"


def test_reading_before_the_end_is_left_out(trace):
    """Looking at a number changes nothing."""
    a = value(trace, 3.0)
    trace.got(a, "grad", 0.0, is_object=False)
    trace.got(a, "data", 3.0, is_object=False)
    assert trace.render().splitlines() == [
        "from engine import Value",
        "a = Value(3.0)",
        "print(a.data)  # 3.0",
    ]


def test_a_call_may_change_more_than_it_gives(trace):
    """`train` returns rows, and moves w: the call stays when w is looked at."""
    a = value(trace, 3.0)
    trace.came(f"train({a})", [1.0], is_object=False)
    trace.got(a, "data", 2.0, is_object=False)
    assert trace.render().splitlines()[1:] == ["a = Value(3.0)", "train(a)", "print(a.data)  # 2.0"]


def test_every_example_shows_something(trace):
    """A call that gives None prints it, and an object that came is printed, too."""
    a = value(trace, 3.0)
    assert trace.render().splitlines()[1:] == ["a = Value(3.0)", "print(a)"]
    trace.came(f"{a}.square()", None, is_object=False)
    assert trace.render().splitlines()[1:] == ["a = Value(3.0)", "print(a.square())  # None"]
    trace.was_set(f"{a}.grad = 1.0")
    assert trace.render() == ""


def test_what_was_typed_is_not_printed_back():
    """A constant says nothing that its student does not know; what a function makes of one does."""
    trace = Trace()
    trace.module("by_hand")
    trace.got("by_hand", "LOSS", 17, is_object=False)
    assert trace.render() == ""
    trace.came("round(LOSS)", 17, is_object=False)
    assert trace.render() == "from by_hand import LOSS\nprint(round(LOSS))  # 17"


def test_a_function_is_imported_by_name():
    """`train` of the module training is what a student types."""
    trace = Trace()
    trace.module("training")
    name = trace.got("training", "train", object(), is_object=True)
    trace.came(f"{name}(1, 2)", [1], is_object=False)
    assert trace.render() == "from training import train\nprint(train(1, 2))  # [1]"


def test_a_long_value_is_cut(trace):
    """A list of a thousand numbers does not fill the screen."""
    trace.came("Value(1)", list(range(1000)), is_object=False)
    assert trace.render().splitlines()[-1].endswith("…") and len(trace.render()) < 120


@pytest.mark.parametrize("steps", [0, MAX_LINES + 1])
def test_nothing_and_too_much_have_no_example(trace, steps):
    """A longer example helps nobody."""
    a = value(trace, 1.0) if steps else ""
    for _ in range(steps):
        trace.was_set(f"{a}.grad = 1.0")
    assert trace.render() == ""


def test_what_has_no_name_has_no_example(trace):
    """An item of a list cannot be written down, so nothing is."""
    trace.came(f"{UNKNOWN}.data", 1.0, is_object=False)
    assert trace.render() == ""


def test_what_has_no_name_ends_no_example(trace):
    """What was done before it is shown instead, if that can be written down."""
    value(trace, 1.0)
    before = trace.render()
    trace.attempt(f"list({UNKNOWN})")
    assert trace.render() == before != ""


def test_a_new_example_forgets_the_steps_and_keeps_the_imports(trace):
    """Objects made before a property's examples are not part of them, the class is."""
    value(trace, 1.0)
    trace.clear()
    a = value(trace, 2.0)
    trace.got(a, "data", 2.0, is_object=False)
    assert trace.render() == "from engine import Value\na = Value(2.0)\nprint(a.data)  # 2.0"


def test_more_objects_than_letters_still_have_names(trace):
    """After z come numbered names."""
    labels = [value(trace, number) for number in range(27)]
    trace.clear()
    trace.came(f"f({', '.join(labels)})", 1.0, is_object=False)
    assert trace.render().endswith("y, z, n26))  # 1.0")


@pytest.mark.parametrize(
    ("name", "operands", "text"),
    [
        ("add", ["a", "2.0"], "a + 2.0"),
        ("pow", ["a", "2"], "a ** 2"),
        ("neg", ["a"], "-a"),
        ("getitem", ["a", "0"], "a[0]"),
        ("len", ["a"], "len(a)"),
        ("items", ["a"], "list(a)"),
        ("odd", ["a"], UNKNOWN),
    ],
)
def test_an_operator_is_written_as_python_has_it(name, operands, text):
    """And what is no operator of ours has no text."""
    assert operator_text(name, operands) == text


def test_a_call_is_written_with_its_arguments():
    """Positional ones first, then those by name."""
    assert call_text("train", (1, 2), {"lr": 0.1}, repr) == "train(1, 2, lr=0.1)"


def test_what_a_check_defines_stands_below_the_imports(trace):
    """Only what the example uses, and of two with one name the last; a new example still knows it."""
    for source in ("f = lambda x: x", "f = lambda x: 2 * x"):
        trace.define("f", source)
    trace.define("g", "g = lambda x: 0")
    trace.clear()
    trace.came("Value(f, 3.0)", 6.0, is_object=False)
    assert trace.render().splitlines() == [
        "from engine import Value",
        "f = lambda x: 2 * x",
        "print(Value(f, 3.0))  # 6.0",
    ]
    trace.forget()
    trace.came("Value(f, 3.0)", 6.0, is_object=False)
    assert "lambda" not in trace.render()


def test_a_long_definition_makes_no_example(trace):
    """Its lines count like all others."""
    for lines, shown in ((MAX_LINES - 2, True), (MAX_LINES, False)):
        trace.define("f", "def f(x):\n" + "    x += 1\n" * (lines - 2) + "    return x")
        trace.came("Value(f)", 6.0, is_object=False)
        assert bool(trace.render()) is shown
