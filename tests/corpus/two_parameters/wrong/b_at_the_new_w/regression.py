"""Lineare Regression mit zwei Parametern."""


def update(parameters, lr):
    new = [p.data - lr * p.grad for p in parameters]
    for p, number in zip(parameters, new):
        p.data = number


def predict(w, b, x):
    return w * x + b


def squared_error(w, b, point):
    x, y = point
    return (y - predict(w, b, x)).square()


def mean_squared_loss(w, b, points):
    total = squared_error(w, b, points[0])
    for point in points[1:]:
        total += squared_error(w, b, point)
    return total / len(points)


def train(w, b, points, lr=0.1, steps=10):
    log = []
    for t in range(steps):
        log.append((t, w.data, b.data, mean_squared_loss(w, b, points).data))
        w.grad, b.grad = gradients(w.data, b.data, points)
        update([w, b], lr)
        w.grad, b.grad = 0.0, 0.0
    return log


def _mean(numbers):
    numbers = list(numbers)
    return sum(numbers) / len(numbers)


def gradients(w, b, points):
    return (
        _mean(2 * (w * x + b - y) * x for x, y in points),
        _mean(2 * (w * x + b - y) for x, y in points),
    )
