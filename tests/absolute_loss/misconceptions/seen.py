"""What a probe shows, told so that it is the same whoever wrote the code: names are everyone's own."""

import re

from grader.misconceptions import look, plain

RAISED = {  # what the message of an error has in it → how it is told
    "not supported between instances of 'Value'": "compares a Value",
    "not supported between instances of 'float' and 'Value'": "compares a Value",
    "object is not callable": "calls what cannot be called",
    "required positional argument": "arguments are missing",
    "positional argument": "too many arguments",
    "bad operand type for abs()": "asks Python for the size of a Value",
    "and 'list'": "computes with a list",
}
NO_NUMBER = re.compile(r"'(?!float|int|str|tuple|list|NoneType)\w+' object has no attribute '(\w+)'")


def show(experiment, *arguments):
    """What an experiment shows; of an error what matters."""
    seen = look(experiment, *arguments)
    return _told(seen) if type(seen) is tuple and seen[:1] == ("raised",) else seen


def _told(seen):
    _, kind, message = seen
    if kind == "ZeroDivisionError":
        return "divides by 0"
    if kind == "TypeError":
        return next((told for part, told in RAISED.items() if part in message), seen)
    foreign = NO_NUMBER.search(message) if kind == "AttributeError" else None
    return f"asks an object for {foreign[1]}" if foreign else seen


def is_plain(value):
    """Whether this is no object of the student's."""
    return type(value) in (type(None), bool, int, float, str, list, tuple, dict)


def sequence(value):
    """What is in a list, a tuple or something like it, by its places; anything else as it is."""
    if type(value) is dict:  # what the columns are called is everyone's own
        return ("a dict of", *map(plain, value.values()))
    if type(value) is str:  # and how a text is laid out
        return "a text"
    if is_plain(value):
        return plain(value)
    try:
        return plain(list(value))
    except TypeError:
        return plain(value)
