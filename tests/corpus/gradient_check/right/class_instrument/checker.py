"""The instrument."""

import slopes


class Along:
    """f as a function of one input."""

    def __init__(self, Value, f, xs, position):
        self.Value, self.f, self.xs, self.position = Value, f, tuple(xs), position

    def __call__(self, x):
        inputs = list(self.xs)
        inputs[self.position] = x
        return self.f(*map(self.Value, inputs)).data


def measured_gradients(Value, f, xs, h=1e-5):
    return [slopes.central_slope(Along(Value, f, xs, i), x, h) for i, x in enumerate(xs)]


def engine_gradients(Value, f, xs):
    values = [Value(x) for x in xs]
    out = f(*values)
    out.backward()
    return [v.grad for v in values]


def check(Value, f, xs, tolerance=1e-6):
    def disagree(pair):
        one, other = pair
        if abs(one) < 1e-8 > abs(other):
            return False
        return not slopes.relative_error(one, other) <= tolerance

    pairs = list(zip(engine_gradients(Value, f, xs), measured_gradients(Value, f, xs)))
    return list(filter(lambda i: disagree(pairs[i]), range(len(pairs))))
