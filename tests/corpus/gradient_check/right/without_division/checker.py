"""No slopes.py needed here."""


def measured_gradients(Value, f, xs, h=1e-5):
    """One measured slope for each input, in their order, as a list of plain numbers."""
    slopes = []
    for i, x in enumerate(xs):
        above = xs[:i] + [x + h] + xs[i + 1:]
        below = xs[:i] + [x - h] + xs[i + 1:]
        f_above = f(*map(Value, above)).data
        f_below = f(*map(Value, below)).data
        slopes.append((f_above - f_below) / (2 * h))
    return slopes


def engine_gradients(Value, f, xs):
    values = [Value(x) for x in xs]
    out = f(*values)
    out.backward()
    return [v.grad for v in values]


def check(Value, f, xs, tolerance=1e-6):
    gs, ms = engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)
    out = []
    for i, (g, m) in enumerate(zip(gs, ms)):
        size = max(abs(g), abs(m))
        if size >= 1e-8 and abs(g - m) > tolerance * size:
            out.append(i)
    return out
