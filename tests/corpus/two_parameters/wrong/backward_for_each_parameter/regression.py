"""y = w*x + b, several points."""

from engine import Value


def gradients(w: float, b: float, points: list[tuple[float, float]]) -> tuple[float, float]:
    dw: float = 0.0
    db: float = 0.0
    for point in points:
        x: float = point[0]
        y: float = point[1]
        slope: float = 2.0 * (w * x + b - y) / len(points)
        dw += slope * x
        db += slope
    return dw, db


def predict(w, b, x):
    y_hat = b + w * x
    return y_hat


def mean_squared_loss(w, b, points):
    N = len(points)
    return sum(((predict(w, b, p[0]) - p[1]).square() for p in points), Value(0)) * (1 / N)


def update(parameters, lr):
    """Minus, denn der Gradient zeigt bergauf."""
    for param in parameters:
        param.data = param.data - param.grad * lr


def train(w, b, points, lr=0.1, steps=10):
    out = []
    for it in range(steps):
        err = mean_squared_loss(w, b, points)
        out.append((it, w.data, b.data, err.data))
        err.backward()   # for w
        err.backward()   # for b
        update([w, b], lr)
        w.grad = 0.0
        b.grad = 0.0
    return out
