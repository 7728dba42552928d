"""Puts a wrong model in the place of one function of a working submission: as an object, or as text."""

import inspect
import re
import textwrap
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import ModuleType

from grader.misconceptions import living_in, worded
from tests.absolute_loss.misconceptions import reference

REFERENCE = Path(__file__).with_name("reference.py")
KEPT = "self._prev = tuple(children)"


class Modules:
    """One module that is all those of the lesson, and a place to define functions, as a probe has them."""

    def __init__(self, module):
        self.module = module

    def __call__(self, name):
        return self.module

    def define(self, source, name):
        names = {}
        exec(source, names)
        return names[name]


def method(name, model):
    """Modules in which `Value.<name>` is `model`."""
    module = _reference()
    setattr(module.Value, name, living_in(vars(module), model))
    return Modules(module)


def function(name, model):
    """Modules in which the function `name` is `model`."""
    module = _reference()
    setattr(module, name, living_in(vars(module), model))
    return Modules(module)


def _reference():
    """A fresh copy of the working engine, losses and loops."""
    module = ModuleType("reference")
    exec(_code(), vars(module))
    return module


@cache
def _code():
    """Compiled once: there is a copy for every wrong model."""
    return compile(REFERENCE.read_text(encoding="utf-8"), REFERENCE, "exec")


def local_rule(rule):
    """An `abs` that is right but for the rule by which it hands on its gradient: `rule(self, out)`."""

    def absolute(self):
        out = Value(abs(self.data), (self,), "abs")  # noqa: F821  of the module it is put into
        out._backward = lambda: rule(self, out)
        return out

    absolute.rule = rule
    return absolute


def with_squares(*models):
    """Wrong models of `mean_absolute_loss`, as their writers would get `mean_squared_loss` wrong."""
    return [_with_squares(model) for model in models]


SQUARES = {
    ".abs()": ".square()",
    ".square()": ".abs()",
    "abs(b.data - y)": "(b.data - y) ** 2",
    "abs(y)": "y**2",
    "absolute_loss(": "squared_loss(",
}


@cache
def _with_squares(model):
    pattern = "|".join(map(re.escape, SQUARES))
    text = re.sub(pattern, lambda found: SQUARES[found[0]], inspect.getsource(model))
    names = {}
    exec(text, {}, names)  # what it calls is found where it is put
    squares = names[model.__name__]
    squares.text = text
    return squares


def children_in_a_set(source):
    """The text of a right engine.py, changed so that children are kept in a set."""
    assert KEPT in source
    return source.replace(KEPT, "self._prev = set(children)")


# --- as source text --------------------------------------------------------------------------------

HELPERS = {  # what a model may call, and how a file comes to have it
    "math.": "import math\n",
    "statistics.": "import statistics\n",
    "_turn(": inspect.getsource(reference._turn),
}
RULE_AS_METHOD = """def {name}(self):
    out = Value(abs(self.data), (self,), "{name}")

    def _backward():
{rule}

    out._backward = _backward
    return out
"""


def method_source(name, model):
    """What makes `Value.<name>` the model, at the end of a right engine.py.

    In a class of its own, because a function `abs` of the module would stand before Python's.
    """
    helpers, text = _text(name, model)
    inside = textwrap.indent(text, "    ")
    return f"{helpers}class Wrong:\n{inside}\n\nValue.{name} = Wrong.{name}\n"


def function_source(name, model):
    """What makes `<name>` the model, at the end of a right losses.py."""
    return "".join(_text(name, model))


def _text(name, model):
    rule = getattr(model, "rule", None)
    text = _around(name, rule) if rule else re.sub(r"def \w+\(", f"def {name}(", _of(model), count=1)
    helpers = "".join(f"{helper}\n\n" for call, helper in HELPERS.items() if call in text)
    return helpers, text


def _of(model):
    text = getattr(model, "text", None) or inspect.getsource(model)
    return textwrap.dedent(text).removeprefix("@local_rule\n")


def _around(name, rule):
    """The method of `local_rule`, as text."""
    body = textwrap.dedent(_of(rule).split("\n", 1)[1])
    return RULE_AS_METHOD.format(name=name, rule=textwrap.indent(body.rstrip(), " " * 8))


# --- words -----------------------------------------------------------------------------------------


def worded_for(function, words, models, clues=None, alike=None):
    """As `worded`, for words that several functions share: FUNCTION stands for the name in them."""
    fields = worded(words, models, clues, alike)
    return {kind: tuple(_about(function, finding) for finding in found) for kind, found in fields.items()}


def _about(function, finding):
    texts = ("looks_like", "why", "question")
    return replace(finding, **{t: getattr(finding, t).replace("FUNCTION", function) for t in texts})
