"""Puts a wrong model in the place of one function of a working submission: as an object, or as text."""

import inspect
import re
import textwrap
from functools import cache
from pathlib import Path
from types import ModuleType

from grader.misconceptions import living_in, look
from tests.gradient_check.misconceptions import reference

REFERENCE = Path(__file__).with_name("reference.py")


def function(name, model):
    """Modules in which the function `name` is `model`: one module that is all those of the lesson."""
    module = _reference()
    setattr(module, name, living_in(vars(module), model))
    return lambda _: module


def _reference():
    """A fresh copy of the working slopes and checker."""
    module = ModuleType("reference")
    exec(_code(), vars(module))
    return module


@cache
def _code():
    """Compiled once: there is a copy for every wrong model."""
    return compile(REFERENCE.read_text(encoding="utf-8"), REFERENCE, "exec")


def shown(experiment, *arguments):
    """As `look`, but in the message of an error a function has no name: a model is called otherwise."""
    found = look(experiment, *arguments)
    if type(found) is tuple and found[:1] == ("raised",):
        return (*found[:2], re.sub(r"[\w.<>]+\(\)", "f()", found[2]))
    return found


# --- as source text --------------------------------------------------------------------------------

HELPERS = {  # what a model may call, and how a file comes to have it
    "math.": "import math\n",
    "forward_slope(": "from slopes import forward_slope\n",
    "agree(": inspect.getsource(reference.agree),
    "alone(": inspect.getsource(reference.alone),
}


def source(name, model):
    """What makes `<name>` the model, at the end of a right file."""
    text = re.sub(r"def \w+\(", f"def {name}(", textwrap.dedent(inspect.getsource(model)), count=1)
    return "\n\n".join([*(helper for call, helper in HELPERS.items() if call in text), text])
