"""Working slopes and a working checker, for wrong models to be put into: one mistake at a time."""

import math  # noqa: F401  a wrong model may want it


def forward_slope(f, x, h):
    return (f(x + h) - f(x)) / h


def central_slope(f, x, h=1e-5):
    return (f(x + h) - f(x - h)) / (2 * h)


def relative_error(found, due):
    largest = max(abs(found), abs(due))
    return abs(found - due) / largest if largest else 0.0


def alone(Value, f, xs, k):
    """f as a function of its k-th input: the others stay as they are."""
    return lambda x: f(*[Value(x if i == k else other) for i, other in enumerate(xs)]).data


def measured_gradients(Value, f, xs, h=1e-5):
    return [central_slope(alone(Value, f, xs, k), xs[k], h) for k in range(len(xs))]


def engine_gradients(Value, f, xs):
    values = [Value(x) for x in xs]
    f(*values).backward()
    return [value.grad for value in values]


def agree(one, other, tolerance):
    """Whether two slopes are equal, as the lesson says it."""
    tiny = abs(one) < 1e-8 and abs(other) < 1e-8
    return tiny or relative_error(one, other) <= tolerance


def check(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return [k for k in range(len(xs)) if not agree(found[k], due[k], tolerance)]
