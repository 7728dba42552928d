"""A lesson that is handed out with a working engine: an exercise of 0 points, which costs nobody a point.

Where a student's engine works it is used, with what they added to it; where it does not, its functions are
replaced and the rest of it stays.
"""

import pytest

from grader.grading import session
from grader.model import Student, Submission
from tests.grader.conftest import CONFINED

CATALOG = """
title = "Given"
minutes = [1, 2]
written_file = "words.md"
[[exercise]]
name = "engine"
title = "The engine you are given"
file = "engine.py"
points = 0
functions = ["Number", "twice"]
hints = ["It worked when you got it."]
[[exercise]]
name = "sums"
title = "Sums"
file = "sums.py"
points = 6
needs = ["engine"]
functions = ["double", "shift"]
hints = ["Use the engine."]
[[exercise]]
name = "quadruple"
title = "Twice twice"
file = "sums.py"
points = 4
needs = ["engine", "sums"]
hints = ["Use what you have."]
"""
ENGINE = """
class Number:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        return Number(self.value + other.value)


def twice(number):
    return number + number
"""
SUMS = """
from engine import Number, twice


def double(x):
    return twice(Number(x)).value


def shift(x):
    return x + 1


def quadruple(x):
    return double(double(x)) + shift(-1)
"""
CHECK = """
from grader.checks import close

def test_it(submission):
    \"\"\"It is what it should be.\"\"\"
    {lines}
"""
CHECKS = {
    "engine": "module = submission.module('engine'); assert module.twice(module.Number(4)).value == close(8)",
    "sums": "m = submission.module('sums'); assert [m.double(3), m.shift(3)] == close([6, 4])",
    "quadruple": "assert submission.module('sums').quadruple(3) == close(12)",
}


@pytest.fixture
def points(kit):
    """`points({"engine.py": …})`: what the solution with these files gets, exercise by exercise."""
    checks = {f"tests/NAME/test_{name}.py": CHECK.format(lines=text) for name, text in CHECKS.items()}
    solutions = {"solutions/NAME/engine.py": ENGINE, "solutions/NAME/sums.py": SUMS}
    lesson = kit(
        {
            "exercises/NAME/lesson.toml": CATALOG,
            "solutions/NAME/words.md": "# Words\n",
            "solutions/NAME/rubrics.toml": None,
            "tests/NAME/test_double.py": None,
            **checks,
            **solutions,
        }
    )

    def found(files):
        whole = {"engine.py": ENGINE, "sums.py": SUMS, "words.md": "", **files}
        handed_in = {name: text.encode() for name, text in whole.items() if text is not None}
        grade = session.grade(lesson, Submission(Student("a", "A"), handed_in, ""), confined=CONFINED)
        assert (grade.status, grade.max_points) == ("graded", 10)
        return {e.name: (e.status, e.points) for e in grade.exercises}

    return found


RIGHT = {"engine": ("passed", 0), "sums": ("passed", 6), "quadruple": ("passed", 4)}


def test_the_solution_has_all_points(points):
    """Those of what is given are none."""
    assert points({}) == RIGHT


@pytest.mark.parametrize("engine", [None, "(", "1 / 0", ENGINE.replace("+ other", "- other"), "Number = 1"])
def test_a_broken_engine_costs_nothing(points, engine):
    """Missing, no Python, raising, wrong, or something else altogether."""
    found = points({"engine.py": engine})
    assert found == {**RIGHT, "engine": ("failed", 0)}


def test_what_was_added_to_the_engine_stays(points):
    """A method, an operator and a function of the student's own, in an engine whose addition is wrong."""
    added = """
    def reset(self):
        self.value = 0

    def __neg__(self):
        return Number(-self.value)

    @staticmethod
    def zero():
        return Number(0)

helper = lambda number: -(-number)
"""
    broken = ENGINE.replace("+ other", "- other").replace("\n\ndef twice", f"{added}\ndef twice")
    sums = SUMS.replace("import Number", "import helper, Number").replace(
        "return twice(Number(x))", "Number.zero().reset()\n    return helper(twice(Number(x)))"
    )
    assert points({"engine.py": broken, "sums.py": sums}) == {**RIGHT, "engine": ("failed", 0)}


def test_what_is_special_about_a_class_does_not_stay(points):
    """It would change what the working class is."""
    special = "    __slots__ = ('value',)\n\n    def __setattr__(self, *_):\n        pass\n\n    def __init__"
    broken = ENGINE.replace("    def __init__", special)
    assert points({"engine.py": broken}) == {**RIGHT, "engine": ("failed", 0)}


def test_one_mistake_costs_once(points):
    """Of two functions of one exercise both are replaced for those who build on them."""
    assert points({"sums.py": SUMS.replace("x + 1", "x + 2")}) == {**RIGHT, "sums": ("failed", 0)}


# --- a file of which one method is to be written ---------------------------------------------------------

METHOD_CATALOG = """
title = "Given, but for a method"
minutes = [1, 2]
written_file = "words.md"
[[exercise]]
name = "engine"
title = "The engine you are given"
file = "engine.py"
points = 0
functions = ["__init__", "__add__", "__radd__", "negative"]
hints = ["It worked when you got it."]
[[exercise]]
name = "double"
title = "Twice"
file = "engine.py"
points = 6
needs = ["engine"]
hints = ["Use the engine."]
[[exercise]]
name = "quadruple"
title = "Twice twice"
file = "sums.py"
points = 4
needs = ["engine", "double"]
hints = ["Use what you have."]
"""
METHOD_ENGINE = """
class Number:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        other = other if isinstance(other, Number) else Number(other)
        return Number(self.value + other.value)

    def negative(self):
        return Number(-self.value)

    def double(self):
        # >>> solution
        # TODO: twice this number.
        return self + self
        # <<< stub: raise NotImplementedError("double is still to do")

    __radd__ = __add__
"""
METHOD_CHECKS = {
    "engine": "N = submission.module('engine').Number; assert [(1 + N(4)).value, N(2).negative().value]"
    " == close([5, -2])",
    "double": "N = submission.module('engine').Number; assert (1 + N(3).double() + N(1)).value == close(8)",
    "quadruple": "assert submission.module('sums').quadruple(3) == close(12)",
}


@pytest.fixture
def method_points(kit):
    """`method_points("source of engine.py")`: what the solution with this engine gets."""
    sums = "from engine import Number\n\n\ndef quadruple(x):\n    return Number(x).double().double().value\n"
    checks = {f"tests/NAME/test_{name}.py": CHECK.format(lines=text) for name, text in METHOD_CHECKS.items()}
    lesson = kit(
        {
            "exercises/NAME/lesson.toml": METHOD_CATALOG,
            "solutions/NAME/words.md": "# Words\n",
            "solutions/NAME/rubrics.toml": None,
            "solutions/NAME/engine.py": METHOD_ENGINE,
            "solutions/NAME/sums.py": sums,
            **checks,
        }
    )

    def found(engine):
        files = {"engine.py": engine.encode(), "sums.py": sums.encode(), "words.md": b""}
        grade = session.grade(lesson, Submission(Student("a", "A"), files, ""), confined=CONFINED)
        assert (grade.status, grade.max_points) == ("graded", 10)
        return {e.name: (e.status, e.points) for e in grade.exercises}

    return found


RIGHT_METHOD = {"engine": ("passed", 0), "double": ("passed", 6), "quadruple": ("passed", 4)}
SLIPS = {
    "+ other.value": "- other.value",
    "return Number(self.value + other.value)": "return None",
    "    __radd__ = __add__\n": "",
    "self.value = value": "pass",
    "def negative": "def opposite",
}


def test_a_solution_with_a_method_has_all_points(method_points):
    assert method_points(METHOD_ENGINE) == RIGHT_METHOD


@pytest.mark.parametrize("slip", SLIPS)
def test_a_broken_given_method_costs_nothing(method_points, slip):
    """Exactly the given methods are replaced, in the student's own class: `double` is still theirs."""
    assert slip in METHOD_ENGINE
    found = method_points(METHOD_ENGINE.replace(slip, SLIPS[slip]))
    assert found == {**RIGHT_METHOD, "engine": ("failed", 0)}


def test_a_wrong_method_beside_broken_given_ones_costs_itself(method_points):
    wrong = METHOD_ENGINE.replace("return self + self", "return self + 1")
    assert method_points(wrong) == {**RIGHT_METHOD, "double": ("failed", 0)}
    both = wrong.replace("+ other.value", "- other.value")
    assert method_points(both) == {**RIGHT_METHOD, "engine": ("failed", 0), "double": ("failed", 0)}


def test_a_file_that_does_not_load_costs_what_was_to_be_written_in_it(method_points):
    found = method_points(METHOD_ENGINE + "(")
    assert found == {"engine": ("failed", 0), "double": ("failed", 0), "quadruple": ("passed", 4)}
