"""Looking into what student code returns, without trusting it to be what was asked for."""

from contextlib import suppress

from grader.checks import described, number

_PLAIN = (type(None), bool, int, float, str, list, tuple, dict)


def a_value(result, call):
    """`result` itself, if it can be a Value; `call` says which call of student code returned it."""
    assert type(result) not in _PLAIN, f"{call} should return a Value, but it returned {described(result)}"
    return result


def data_of(result, call):
    """The number in the Value that a `call` of student code returned."""
    return a_value(result, call).data


def pair_of(result, call):
    """The two plain numbers that a `call` of student code returned, in whatever kind of sequence."""
    parts = entries(result)
    assert len(parts) == 2, f"{call} should return two numbers, but it returned {described(result)}"
    return tuple(number(part) for part in parts)


def entries(result):
    """What is in a list, a tuple or something like it; () where it is nothing of the kind."""
    if type(result) in (type(None), bool, int, float, str, dict):
        return ()
    try:
        return tuple(result)
    except TypeError:
        return ()


def items(result, call):
    """The same, where there has to be a list; `call` says what returned it."""
    if type(result) not in (type(None), bool, int, float, str, dict):
        with suppress(TypeError):
            return tuple(result)
    raise AssertionError(f"{call} should return a list, but it returned {described(result)}")
