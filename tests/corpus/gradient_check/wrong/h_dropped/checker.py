"""The instrument."""

from slopes import central_slope, relative_error


def measured_gradients(Value, f, xs, h=1e-5):
    # 对每个输入分别测量
    out = []
    for i, x0 in enumerate(xs):
        def one(x, i=i):
            copy = list(xs)
            copy[i] = x
            return f(*[Value(c) for c in copy]).data
        out.append(central_slope(one, x0))
    return out


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
