"""The instrument."""

from slopes import central_slope, relative_error


def measured_gradients(Value, f, xs, h=1e-5):
    """The first input here; the others by the same function, with the first one held."""
    if len(xs) == 0:
        return ()
    first, rest = xs[0], xs[1:]
    mine = central_slope(lambda x: f(Value(x), *[Value(r) for r in rest]).data, first, h)
    return (mine, *measured_gradients(Value, lambda *values: f(Value(first), *values), rest, h))


def engine_gradients(Value, f, xs):
    values = tuple(Value(x) for x in xs)
    f(*values).backward()
    return tuple(value.grad for value in values)


def check(Value, f, xs, tolerance=1e-6):
    found, due = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    return tuple(
        i
        for i in range(len(found))
        if max(map(abs, (found[i], due[i]))) >= 1e-8 and relative_error(found[i], due[i]) > tolerance
    )
