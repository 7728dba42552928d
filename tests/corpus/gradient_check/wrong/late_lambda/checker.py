"""The instrument."""

from slopes import central_slope, relative_error


def measured_gradients(Value, f, xs, h=1e-5):
    functions = []
    for i in range(len(xs)):
        functions.append(lambda x: f(*[Value(x if j == i else xs[j]) for j in range(len(xs))]).data)
    return [central_slope(g, x, h) for g, x in zip(functions, xs)]


def engine_gradients(Value, f, xs):
    """The gradients that the engine itself finds, one for each input, as a list of plain numbers."""
    inputs = list(map(Value, xs))
    f(*inputs).backward()
    grads = []
    for value in inputs:
        grads.append(value.grad)
    return grads


def agree(a, b, tolerance):
    if max(abs(a), abs(b)) < 1e-8:
        return True
    return relative_error(a, b) <= tolerance


def check(Value, f, xs, tolerance=1e-6):
    """Where the engine and the measurement disagree."""
    pairs = zip(engine_gradients(Value, f, xs), measured_gradients(Value, f, xs))
    return [i for i, (a, b) in enumerate(pairs) if not agree(a, b, tolerance)]
