"""Of a module, what some names need: nothing less, and nothing more."""

from pathlib import Path

import pytest

from grader.release.shaken import shaken

A = '''\
"""A module."""

import math
from pathlib import Path

from p import b
from p.b import model as wrong
from p.b import helper

WORDS = Path(__file__)
SIZES = (1, 2)  # of what is looked at
Value = wrong


def probe(modules):
    """Looks."""
    return _look(modules, SIZES), b.other


def _look(modules, sizes):
    return [math.sqrt(size) for size in sizes]


def marked():
    return 1


marked.answers = {"x": WORDS}


def shadowed(Value, wrong=None):
    return [helper(Value, wrong) for wrong in SIZES]


@marked
def decorated():
    pass


MODELS = [wrong]
'''
B = """\
def model():
    return other


def helper(value, more):
    return value


other = 3
unused = model
"""


@pytest.fixture
def shake(tmp_path: Path):
    for name, text in (("a", A), ("b", B)):
        (tmp_path / f"{name}.py").write_text(text)
    return lambda *names: shaken(tmp_path, "p", [("a", name) for name in names])


def test_a_function_brings_what_it_calls_and_no_more(shake):
    found = shake("probe")
    assert "_look" in found["a"]
    assert "SIZES = (1, 2)  # of what is looked at" in found["a"]
    assert "import math" in found["a"]
    assert found["b"].strip() == "other = 3"
    for absent in ("wrong", "MODELS", "marked", "Path", "helper"):
        assert absent not in found["a"]


def test_a_parameter_is_no_name_of_the_module(shake):
    found = shake("shadowed")
    assert "Value = " not in found["a"]
    assert "def helper" in found["b"]
    assert "def model" not in found["b"]


def test_what_is_hung_on_a_function_goes_with_it(shake):
    found = shake("decorated")["a"]
    assert found.index("def marked") < found.index("marked.answers") < found.index("@marked")
    assert "WORDS" in found


def test_what_is_left_is_python(shake):
    for text in shake("probe", "shadowed", "decorated", "MODELS").values():
        compile(text, "a module", "exec")
