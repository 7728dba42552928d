"""The instrument."""

from slopes import central_slope, relative_error


def measured_gradients(Value, f, xs, h=1e-5):
    return [
        central_slope(lambda x: f(*(Value(x if j == i else xs[j]) for j in range(len(xs)))).data, xs[i], h)
        for i in range(len(xs))
    ]


def engine_gradients(Value, f, xs):
    values = [Value(x) for x in xs]
    out = f(*values)
    out.backward()
    return [v.grad for v in values]


def same(a, b, tolerance):
    # si l'un des deux est presque nul, c'est du bruit
    if abs(a) < 1e-8 or abs(b) < 1e-8:
        return True
    return relative_error(a, b) <= tolerance


def check(Value, f, xs, tolerance=1e-6):
    return [
        i
        for i, (a, b) in enumerate(zip(engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)))
        if not same(a, b, tolerance)
    ]
