"""Puts a wrong model in the place of one function of a working submission: as an object, or as text."""

import inspect
import re
import textwrap
from functools import cache
from pathlib import Path
from types import ModuleType

from grader.misconceptions import living_in
from tests.two_parameters.misconceptions import reference

REFERENCE = Path(__file__).with_name("reference.py")


def function(name, model):
    """Modules in which the function `name` is `model`: one module that is all those of the lesson."""
    module = _reference()
    setattr(module, name, living_in(vars(module), model))
    return lambda _: module


def _reference():
    """A fresh copy of the working engine, regression and table."""
    module = ModuleType("reference")
    exec(_code(), vars(module))
    return module


@cache
def _code():
    """Compiled once: there is a copy for every wrong model."""
    return compile(REFERENCE.read_text(encoding="utf-8"), REFERENCE, "exec")


# --- as source text --------------------------------------------------------------------------------

HELPERS = {  # what a model may call, and how a file comes to have it
    "math.": "import math\n",
    "Value(": "from engine import Value\n",
    "POINTS": f"POINTS = {reference.POINTS}\n",
    "loss_at(": inspect.getsource(reference.loss_at),
    "_turn(": inspect.getsource(reference._turn),
}


def source(name, model):
    """What makes `<name>` the model, at the end of a right regression.py."""
    text = re.sub(r"def \w+\(", f"def {name}(", textwrap.dedent(inspect.getsource(model)), count=1)
    return "\n\n".join([*(helper for call, helper in HELPERS.items() if call in text), text])


def source_elsewhere(name, model):
    """The same at the end of a right contours.py, where functions of regression.py are foreign."""
    text = source(name, model)
    needed = [known for known in ("mean_squared_loss", "predict") if f"{known}(" in text]
    return "\n".join([*(f"from regression import {known}" for known in needed), text])
