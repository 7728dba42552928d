"""The instrument."""

from slopes import central_slope, relative_error


def measured_gradients(Value, f, xs, h=1e-5):
    def ask():
        return f(*[Value(x) for x in xs]).data

    found = []
    for i in range(len(xs)):
        xs[i] += h
        above = ask()
        xs[i] -= 2 * h
        below = ask()
        xs[i] += h
        found += [(above - below) / (2 * h)]
    return found


def engine_gradients(Value, f, xs):
    """The gradients that the engine itself finds, one for each input, as a list of plain numbers."""
    inputs = list(map(Value, xs))
    f(*inputs).backward()
    grads = []
    for value in inputs:
        grads.append(value.grad)
    return grads


def check(Value, f, xs, tolerance=1e-6):
    claimed = engine_gradients(Value, f, xs)
    seen = measured_gradients(Value, f, xs)
    bad = []
    for i in range(len(xs)):
        if abs(claimed[i]) < 1e-8 and abs(seen[i]) < 1e-8:
            continue
        if relative_error(claimed[i], seen[i]) > tolerance:
            bad.append(i)
    return bad
