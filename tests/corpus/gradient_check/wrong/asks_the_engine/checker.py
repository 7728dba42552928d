"""The instrument."""

from slopes import central_slope, relative_error


def measured_gradients(Value, f, xs, h=1e-5):
    slopes = []
    for i in range(len(xs)):
        values = [Value(x) for x in xs]
        f(*values).backward()
        slopes.append(values[i].grad)
    return slopes


def engine_gradients(Value, f, xs):
    values = [Value(x) for x in xs]
    out = f(*values)
    out.backward()
    return [v.grad for v in values]


def agree(a, b, tolerance):
    if max(abs(a), abs(b)) < 1e-8:
        return True
    return relative_error(a, b) <= tolerance


def check(Value, f, xs, tolerance=1e-6):
    """Where the engine and the measurement disagree."""
    pairs = zip(engine_gradients(Value, f, xs), measured_gradients(Value, f, xs))
    return [i for i, (a, b) in enumerate(pairs) if not agree(a, b, tolerance)]
