"""The instrument."""

from slopes import central_slope, relative_error


def moved(xs, h):
    """For each position the two lists in which it alone is nudged."""
    for i in range(len(xs)):
        up, down = list(xs), list(xs)
        up[i] += h
        down[i] -= h
        yield up, down


def measured_gradients(Value, f, xs, h=1e-5):
    def y(numbers):
        return f(*(Value(n) for n in numbers)).data

    return [(y(up) - y(down)) / (2 * h) for up, down in moved(xs, h)]


def engine_gradients(Value, f, xs):
    (out := f(*(values := [Value(x) for x in xs]))).backward()
    return [v.grad for v in values]


def disagreements(found, due, tolerance):
    for i, (one, other) in enumerate(zip(found, due)):
        if abs(one) < 1e-8 and abs(other) < 1e-8:
            continue
        if relative_error(one, other) > tolerance:
            yield i


def check(Value, f, xs, tolerance=1e-6):
    return list(disagreements(engine_gradients(Value, f, xs), measured_gradients(Value, f, xs), tolerance))
