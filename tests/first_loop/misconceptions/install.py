"""Puts a wrong model in the place of one function of a working submission: as an object, or as text."""

import inspect
import re
import textwrap
from functools import cache
from pathlib import Path
from types import ModuleType

from grader.misconceptions import living_in
from tests.first_loop.misconceptions import reference

REFERENCE = Path(__file__).with_name("reference.py")
KEPT = "self._prev = tuple(children)"
PAIRS = 6  # no graph of the probes has more pairs of children


def method(name, model, kept=tuple):
    """Modules in which `Value.<name>` is `model`, and a Value keeps `kept(children)`."""
    module = _reference()
    module.kept = kept
    setattr(module.Value, name, living_in(vars(module), model))
    return lambda _: module


def method_in_sets(name, model):
    """The modules of `method`, once for each order that up to `PAIRS` pairs of children can have in sets.

    Orders that differ only in pairs which no run so far has asked about would show the same again.
    """
    module = _reference()
    setattr(module.Value, name, living_in(vars(module), model))
    asked = 0  # at most, by one run
    for orders in range(2**PAIRS):
        if orders >= 2**asked:
            return
        turns = Turns(orders)
        module.kept = in_set(turns)
        yield lambda _: module
        asked = max(asked, turns.asked)


class Turns:
    """Which pairs are turned round: bit by bit of `orders`, as often as asked."""

    def __init__(self, orders):
        self.orders = orders
        self.asked = 0

    def __iter__(self):
        return self

    def __next__(self):
        bit = self.orders >> self.asked % PAIRS & 1
        self.asked += 1
        return bit


class Children(list):
    """Children in an order that nobody chose. A type of its own, so that nothing takes it for a list."""


def in_set(turns):
    """A function that keeps children as a set does: equal ones once, each pair in the order of `turns`."""

    def kept(children):
        distinct = list(dict.fromkeys(children))
        return Children(distinct[::-1] if len(distinct) == 2 and next(turns) else distinct)

    return kept


def function(name, model):
    """Modules in which `training.<name>` is `model`."""
    module = _reference()
    setattr(module, name, living_in(vars(module), model))
    return lambda _: module


def _reference():
    """A fresh copy of the working engine and loop; both modules of the lesson in one."""
    module = ModuleType("reference")
    exec(_code(), vars(module))
    return module


@cache
def _code():
    """Compiled once: there is a copy for every wrong model."""
    return compile(REFERENCE.read_text(encoding="utf-8"), REFERENCE, "exec")


def local_rule(rule):
    """A `square` that is right but for the rule by which it hands on its gradient: `rule(self, out)`."""

    def square(self):
        out = Value(self.data**2, (self,), "square")  # noqa: F821  of the module it is put into
        out._backward = lambda: rule(self, out)
        return out

    square.rule = rule
    return square


def kept_in(kind):
    """Changes the text of a right engine.py so that children are kept in a `kind`."""

    def changed(source):
        assert KEPT in source
        return source.replace(KEPT, f"self._prev = {kind}(children)")

    return changed


FORMS = {f"children in a {kind}": kept_in(kind) for kind in ("list", "set")}


# --- as source text --------------------------------------------------------------------------------

HELPERS = (reference.in_order, reference.valued, reference._turn)


def method_source(name, model):
    """What makes `Value.<name>` the model, at the end of a right engine.py."""
    return f"{function_source(name, model)}\n\nValue.{name} = {name}\n"


def function_source(name, model):
    """What makes `<name>` the model, at the end of a right training.py."""
    rule = getattr(model, "rule", None)
    own = inspect.getsource(rule or model).removeprefix("@local_rule\n")
    text = own + _around(rule) if rule else re.sub(r"def \w+\(", f"def {name}(", own, count=1)
    needed = [inspect.getsource(helper) for helper in HELPERS if f"{helper.__name__}(" in text]
    return "\n\n".join([*needed, textwrap.dedent(text)])


def _around(rule):
    """The `square` of `local_rule`, as text."""
    return f"""

def square(self):
    out = Value(self.data**2, (self,), "square")
    out._backward = lambda: {rule.__name__}(self, out)
    return out
"""
