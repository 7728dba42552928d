"""y = w*x + b, several points."""


def gradients(w, b, points):
    # 평균: 2·(예측 − 정답)·x 와 2·(예측 − 정답)
    k = 2 / len(points)
    dw = k * sum((w * x + b - y) * x for (x, y) in points)
    db = k * sum((w * x + b - y) for (x, y) in points)
    return dw, db


def predict(w, b, x):
    return w * x + b


def mean_squared_loss(w, b, points):
    """1/(2n) · Σ (ŷ − y)², as in my statistics class."""
    N = len(points)
    return sum((predict(w, b, x) - y).square() for x, y in points) / (2 * N)


def update(parameters, lr):
    """Minus, denn der Gradient zeigt bergauf."""
    for param in parameters:
        param.data = param.data - param.grad * lr


def train(w, b, points, lr=0.1, steps=10):
    params = [w, b]
    history = []
    for t in range(steps):
        L = mean_squared_loss(w, b, points)
        history.append((t, w.data, b.data, L.data))
        L.backward()
        update(params, lr)
        for p in params:
            p.grad = 0
    return history
