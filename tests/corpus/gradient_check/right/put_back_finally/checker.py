"""The instrument."""

from slopes import central_slope, relative_error


def measured_gradients(Value, f, xs, h=1e-5):
    slopes = []
    for i in range(len(xs)):
        before = xs[i]

        def ask(x):
            xs[i] = x
            return f(*[Value(each) for each in xs]).data

        try:
            slopes.append(central_slope(ask, before, h))
        finally:
            xs[i] = before
    return slopes


def engine_gradients(Value, f, xs):
    values = [Value(x) for x in xs]
    for value in values:
        value.grad = 0.0
    f(*values).backward()
    return [value.grad for value in values]


def agree(a, b, tolerance):
    if max(abs(a), abs(b)) < 1e-8:
        return True
    return relative_error(a, b) <= tolerance


def check(Value, f, xs, tolerance=1e-6):
    """Where the engine and the measurement disagree."""
    pairs = zip(engine_gradients(Value, f, xs), measured_gradients(Value, f, xs))
    return [i for i, (a, b) in enumerate(pairs) if not agree(a, b, tolerance)]
