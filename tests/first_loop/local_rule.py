"""The gradient that a square sends back, whether or not `backward` is written yet.

The lesson's style keeps a node's local rule in `_backward`, to be called with no arguments: that needs
nothing else, so a mistake in `backward` does not cost `square` anything. A style of one's own may keep
the rule elsewhere; then the student's own `backward` carries the same gradients to it.
"""

from contextlib import suppress

from grader.checks import close


def gradient_through_squares(Value, x, *, arriving, already=0.0, due):
    """What x.grad holds once each square of x, one for every number in `arriving`, got that gradient.

    `already` is in x.grad before. The way through `backward` is tried only where the local rule does
    not give `due`. Raises what the student's local rule raised when neither way leads there.
    """
    problem = None
    try:
        found = _by_local_rule(Value, x, arriving, already)
    except Exception as error:
        found, problem = None, error
    if found != close(due):
        with suppress(Exception):
            carried = _by_backward(Value, x, arriving, already)
            if carried == close(due):
                return carried
    if problem is not None:
        raise problem
    return found


def _by_local_rule(Value, x, arriving, already):
    value = Value(x)
    value.grad = already
    squares = [value.square() for _ in arriving]
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


def carries_through_a_chain(Value):
    """Whether the student's `backward` already brings a gradient through two given operations."""
    start = Value(2.0)
    try:
        ((start * 3.0) * 5.0).backward()
    except Exception:
        return False
    return start.grad == close(15.0)
