# регрессия

from engine import Value


def predict(w, b, x):
    """The line at x."""
    return w * x + b


def mean_squared_loss(w, b, points):
    """The mean of the squared errors, one graph."""
    sq = [(predict(w, b, x) - y) ** 2 for x, y in points]
    return sum(sq) / len(sq)


def gradients(w, b, points):
    m_ = len(points)
    dw = sum(2 * (w * x + b - y) * x for x, y in points) / m_
    db = sum(2 * (w * x + b - y) for x, y in points) / m_
    return (dw, db)


def update(parameters: list[Value], lr: float) -> None:
    """One step downhill for each parameter."""
    for value in parameters:
        turn = lr * value.grad
        value.data -= turn


def train(w, b, points, lr=0.1, steps=10):
    ps = [w, b]
    history = []
    for t in range(steps):
        L = mean_squared_loss(w, b, points)
        history.append((t, w.data, b.data, L.data))
        L.backward()
        update(ps, lr)
        for p in ps:
            p.grad = 0
    return history
