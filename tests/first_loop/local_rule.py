"""The gradient that a square sends back, whether or not `backward` is written yet.

The lesson's style keeps a node's local rule in `_backward`, to be called with no arguments: that needs
nothing else, so a mistake in `backward` does not cost `square` anything. A style of one's own may keep
the rule elsewhere; then the student's own `backward` carries the same gradients to it.
"""

from contextlib import suppress

from grader.checks import close
from tests.first_loop.values import a_value


def gradient_of_squares(Value, new_example, x, *, arriving, due, already=0.0):
    """What x.grad holds once each square of x, one for every number in `arriving`, got that gradient.

    `already` is in x.grad before. The way through `backward` is tried only where the local rule does not
    give `due`; when that does not help either, the local rule has the last word, and the example is its
    own: `new_example()` forgets what was done before.
    """
    work = Value, x, arriving, already
    with suppress(Exception):
        found = _by_local_rule(*work)
        if found == close(due):
            return found
    with suppress(Exception):
        found = _by_backward(*work)
        if found == close(due):
            return found
    new_example()
    return _by_local_rule(*work)


def _by_local_rule(Value, x, arriving, already):
    value = Value(x)
    value.grad = already
    squares = [a_value(value.square(), "x.square()") for _ in arriving]
    for out, gradient in zip(squares, arriving, strict=True):
        out.grad = gradient
        out._backward()
    return value.grad


def _by_backward(Value, x, arriving, already):
    value = Value(x)
    value.grad = already
    total = Value(0.0)
    for gradient in arriving:
        total = total + value.square() * gradient
    total.backward()
    return value.grad


def names_child(out, child):
    """Whether `out` names `child` in `_prev`, as the given operators do. Leaves a mark in child's grad."""
    child.grad = mark = 0.625
    try:
        return any(named.grad == close(mark) for named in out._prev)
    except (AttributeError, TypeError):
        return False  # a style of one's own
