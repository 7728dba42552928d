"""The instrument."""

from slopes import central_slope, relative_error


def measured_gradients(Value, f, xs, h=1e-5):
    grads = []
    for _ in xs:
        up = f(*[Value(x + h) for x in xs]).data
        down = f(*[Value(x - h) for x in xs]).data
        grads.append((up - down) / (2 * h))
    return grads


def engine_gradients(Value, f, xs):
    values = [Value(x) for x in xs]
    out = f(*values)
    out.backward()
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
