from engine import zero_grad
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
    zero_grad(values)
    f(*values).backward()
    return [v.grad for v in values]


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
