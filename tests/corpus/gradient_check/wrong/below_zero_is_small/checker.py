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
    values = [Value(x) for x in xs]
    out = f(*values)
    out.backward()
    return [v.grad for v in values]


NOISE = 1e-8


def check(Value, f, xs, tolerance=1e-6):
    found = engine_gradients(Value, f, xs)
    due = measured_gradients(Value, f, xs)
    wrong = []
    for i in range(len(found)):
        noise = found[i] < NOISE and due[i] < NOISE
        if not noise and relative_error(found[i], due[i]) > tolerance:
            wrong.append(i)
    return wrong
