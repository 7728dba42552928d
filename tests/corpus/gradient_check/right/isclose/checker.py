import math


def measured_gradients(Value, f, xs, h=1e-5):
    def at(i, d):
        moved = [x + d * (i == j) for j, x in enumerate(xs)]
        return f(*[Value(m) for m in moved]).data

    return [(at(i, h) - at(i, -h)) / (h + h) for i in range(len(xs))]


def engine_gradients(Value, f, xs):
    values = [Value(x) for x in xs]
    out = f(*values)
    out.backward()
    return [v.grad for v in values]


def check(Value, f, xs, tolerance=1e-6):
    result = []
    for i, (a, b) in enumerate(zip(measured_gradients(Value, f, xs), engine_gradients(Value, f, xs))):
        if not math.isclose(a, b, rel_tol=tolerance, abs_tol=0.0):
            if abs(a) >= 1e-8 or abs(b) >= 1e-8:
                result.append(i)
    return result
