def measured_gradients(Value, f, xs, h=1e-5):
    def data(numbers):
        return f(*[Value(n) for n in numbers]).data

    return [(data(xs[:i] + [x + h] + xs[i + 1:]) - data(xs[:i] + [x - h] + xs[i + 1:])) / (2 * h) for i, x in enumerate(xs)]
