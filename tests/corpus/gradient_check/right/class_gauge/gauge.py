class Gauge:
    """f with all inputs but one held."""

    def __init__(self, Value, f, xs, position):
        self.Value, self.f, self.xs, self.position = Value, f, tuple(xs), position

    def __call__(self, x):
        numbers = self.xs[: self.position] + (x,) + self.xs[self.position + 1 :]
        return self.f(*[self.Value(number) for number in numbers]).data
