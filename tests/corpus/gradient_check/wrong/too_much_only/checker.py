"""The instrument."""

from slopes import central_slope, relative_error


def measured_gradients(Value, f, xs, h=1e-5):
    result = []
    for i in range(len(xs)):
        def g(x):
            inputs = list(xs)
            inputs[i] = x
            return f(*[Value(v) for v in inputs]).data

        result.append(central_slope(g, xs[i], h))
    return result


def engine_gradients(Value, f, xs):
    eingaben = [Value(x) for x in xs]
    ergebnis = f(*eingaben)
    ergebnis.backward()
    return [e.grad for e in eingaben]


def check(Value, f, xs, tolerance=1e-6):
    bad = []
    claims = engine_gradients(Value, f, xs)
    slopes = measured_gradients(Value, f, xs)
    for i, (claim, slope) in enumerate(zip(claims, slopes)):
        size = max(abs(claim), abs(slope))
        if size < 1e-8:
            continue
        if (claim - slope) / size > tolerance:
            bad.append(i)
    return bad
