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
    grads = []
    for value in values:
        f(*values).backward()
        grads.append(value.grad)
    return grads


def check(Value, f, xs, tolerance=1e-6):
    found = engine_gradients(Value, f, xs)
    due = measured_gradients(Value, f, xs)
    return [k for k in range(len(xs)) if relative_error(found[k], due[k]) > tolerance]
