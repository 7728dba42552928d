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
    """The gradients that the engine itself finds, one for each input, as a list of plain numbers."""
    inputs = list(map(Value, xs))
    f(*inputs).backward()
    grads = []
    for value in inputs:
        grads.append(value.grad)
    return grads


def check(Value, f, xs, tolerance=1e-6):
    grads = engine_gradients(Value, f, xs)
    real = measured_gradients(Value, f, xs)
    positions = []
    for g, r in zip(grads, real):
        if abs(g) < 1e-8 and abs(r) < 1e-8:
            continue
        if relative_error(g, r) > tolerance:
            positions.append(grads.index(g))
    return positions
