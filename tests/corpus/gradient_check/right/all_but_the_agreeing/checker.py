"""The instrument."""

from slopes import central_slope, relative_error


def measured_gradients(Value, f, xs, h=1e-5):
    return [
        central_slope(lambda x: f(*(Value(x if j == i else xs[j]) for j in range(len(xs)))).data, xs[i], h)
        for i in range(len(xs))
    ]


def engine_gradients(Value, f, xs):
    eingaben = [Value(x) for x in xs]
    ergebnis = f(*eingaben)
    ergebnis.backward()
    return [e.grad for e in eingaben]


def check(Value, f, xs, tolerance=1e-6):
    told = dict(enumerate(engine_gradients(Value, f, xs)))
    seen = dict(enumerate(measured_gradients(Value, f, xs)))
    tiny = {i for i in told if abs(told[i]) < 1e-8 and abs(seen[i]) < 1e-8}
    near = {i for i in told if relative_error(told[i], seen[i]) <= tolerance}
    return sorted(set(told) - tiny - near)
