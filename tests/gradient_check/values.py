"""Looking into what student code returns, without trusting it to be what was asked for."""

from grader.checks import described

_PLAIN = (type(None), bool, int, float, str, list, tuple, dict)


def a_value(result, call):
    """`result` itself, if it can be a Value; `call` says which call of student code returned it."""
    assert type(result) not in _PLAIN, f"{call} should return a Value, but it returned {described(result)}"
    return result


def data_of(result, call):
    """The number in the Value that a `call` of student code returned."""
    return a_value(result, call).data


def items(result, call):
    """What is in a list or a tuple, as a list; `call` says what returned it."""
    plain = type(result) in (type(None), bool, int, float, str, dict)
    assert not plain, f"{call} should return a list, but it returned {described(result)}"
    try:
        return list(result)
    except TypeError:
        raise AssertionError(f"{call} should return a list, but it returned {described(result)}") from None
