"""The instrument."""

from slopes import central_slope, relative_error


def measured_gradients(Value, f, xs, h=1e-5):
    steigungen = []
    k = 0
    while k < len(xs):
        kopie = list(xs)  # xs selbst bleibt, wie es ist
        kopie[k] = xs[k] + h
        oben = f(*[Value(x) for x in kopie]).data
        kopie[k] = xs[k] - h
        unten = f(*[Value(x) for x in kopie]).data
        steigungen.append((oben - unten) / (2 * h))
        k += 1
    return steigungen


def engine_gradients(Value, f, xs):
    values = [Value(x) for x in xs]
    out = f(*values)
    out.backward()
    return [v.grad for v in values]


def agrees(one, other, tolerance=1e-6):
    if abs(one) < 1e-8 and abs(other) < 1e-8:
        return True
    return relative_error(one, other) <= tolerance


def check(Value, f, xs, tolerance=1e-6):
    result = []
    engine = engine_gradients(Value, f, xs)
    nudged = measured_gradients(Value, f, xs)
    for k in range(len(xs)):
        if not agrees(engine[k], nudged[k]):
            result.append(k)
    return result
