"""The instrument."""

from slopes import central_slope, relative_error


def measured_gradients(Value, f, xs, h=1e-5):
    return [
        central_slope(lambda x: f(*(Value(x if j == i else xs[j]) for j in range(len(xs)))).data, xs[i], h)
        for i in range(len(xs))
    ]


def make(Value, xs):
    return [Value(x) for x in xs]


def engine_gradients(Value, f, xs):
    result = f(*make(Value, xs))
    result.backward()
    return [v.grad for v in make(Value, xs)]


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
