"""The instrument."""

from slopes import central_slope, relative_error


def measured_gradients(Value, f, xs, h=1e-5):
    def value_of():
        return f(*[Value(x) for x in xs]).data

    result = []
    for i in range(len(xs)):
        xs[i] += h
        plus = value_of()
        xs[i] -= 2 * h
        minus = value_of()
        result.append((plus - minus) / (2 * h))
    return result


def engine_gradients(Value, f, xs):
    values = [Value(x) for x in xs]
    out = f(*values)
    out.backward()
    return [v.grad for v in values]


def check(Value, f, xs, tolerance=1e-6):
    a = engine_gradients(Value, f, list(xs))
    b = measured_gradients(Value, f, list(xs))
    return [i for i in range(len(a))
            if not (abs(a[i]) < 1e-8 and abs(b[i]) < 1e-8) and relative_error(a[i], b[i]) > tolerance]
