"""The instrument."""

from slopes import central_slope, relative_error


def measured_gradients(Value, f, xs, h=1e-5):
    return [
        central_slope(lambda x: f(*(Value(x if j == i else xs[j]) for j in range(len(xs)))).data, xs[i], h)
        for i in range(len(xs))
    ]


def engine_gradients(Value, f, xs):
    """The gradients that the engine itself finds, one for each input, as a list of plain numbers."""
    inputs = list(map(Value, xs))
    f(*inputs).backward()
    grads = []
    for value in inputs:
        grads.append(value.grad)
    return grads


def check(Value, f, xs, tolerance=1e-6):
    res = []
    i = 0
    for e, m in zip(engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)):
        if abs(e - m) > tolerance and not (abs(e) < 1e-8 and abs(m) < 1e-8):
            res.append(i)
        i += 1
    return res
