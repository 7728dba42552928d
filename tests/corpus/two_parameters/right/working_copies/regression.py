# doğru denklemi: y = wx + b

from engine import Value


def predict(w, b, x):
    return w * x + b


def mean_of(values):
    values = list(values)
    return sum(values[1:], values[0]) / len(values)


def mean_squared_loss(w, b, points):
    return mean_of((y - predict(w, b, x)).square() for x, y in points)


def _mean(numbers):
    numbers = list(numbers)
    return sum(numbers) / len(numbers)


def gradients(w, b, points):
    return (
        _mean(2 * (w * x + b - y) * x for x, y in points),
        _mean(2 * (w * x + b - y) for x, y in points),
    )


def update(parameters, lr):
    new = [p.data - lr * p.grad for p in parameters]
    for p, number in zip(parameters, new):
        p.data = number


def train(w, b, points, lr=0.1, steps=10):
    history_rows = []
    for step in range(steps):
        cw, cb = Value(w.data), Value(b.data)
        L = mean_squared_loss(cw, cb, points)
        L.backward()
        history_rows.append((step, cw.data, cb.data, L.data))
        w.grad, b.grad = cw.grad, cb.grad
        update([w, b], lr)
        w.grad = b.grad = 0.0
    return history_rows
