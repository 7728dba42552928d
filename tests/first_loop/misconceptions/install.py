"""Puts a wrong model in the place of one function of a working submission."""

import importlib.util
from pathlib import Path

from grader.diagnosis import living_in

REFERENCE = Path(__file__).with_name("reference.py")


def method(name, model):
    """Modules in which `Value.<name>` is `model`."""
    module = _reference()
    setattr(module.Value, name, living_in(vars(module), model))
    return lambda _: module


def function(name, model):
    """Modules in which `training.<name>` is `model`."""
    module = _reference()
    setattr(module, name, living_in(vars(module), model))
    return lambda _: module


def _reference():
    """A fresh copy of the working engine and loop; both modules of the lesson in one."""
    spec = importlib.util.spec_from_file_location("reference", REFERENCE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def local_rule(rule):
    """A `square` that is right but for the rule by which it hands on its gradient: `rule(self, out)`."""

    def square(self):
        out = Value(self.data**2, (self,), "square")  # noqa: F821  of the module it is put into
        out._backward = lambda: rule(self, out)
        return out

    square.rule = rule
    return square
