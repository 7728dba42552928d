"""The instrument."""

from slopes import central_slope, relative_error


def measured_gradients(Value, f, xs, h=1e-5):
    """One measured slope for each input, in their order, as a list of plain numbers."""
    slopes = []
    for i, x in enumerate(xs):
        above = xs[:i] + [x + h] + xs[i + 1:]
        below = xs[:i] + [x - h] + xs[i + 1:]
        f_above = f(*map(Value, above)).data
        f_below = f(*map(Value, below)).data
        slopes.append((f_above - f_below) / (2 * h))
    return slopes


def engine_gradients(Value, f, xs):
    values = [Value(x) for x in xs]
    out = f(*values)
    out.backward()
    return [v.grad for v in values]


def check(Value, f, xs, tolerance=1e-6):
    mine = measured_gradients(Value, f, xs)
    theirs = engine_gradients(Value, f, xs)
    return [i for i in range(len(mine)) if mine[i] != theirs[i]]
