"""predict, loss, formula, update, loop."""

from engine import Value


def predict(w, b, x):
    """The line at x."""
    return w * x + b


def mean_squared_loss(w, b, points):
    """The mean of the squared errors, one graph."""
    squares = [(predict(w, b, x) - y) ** 2 for x, y in points]
    return sum(squares) / len(squares)


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


def update(parameters, lr):
    for i, p in enumerate(parameters):
        parameters[i].data = p.data - lr * p.grad


def train(w, b, points, lr=0.1, steps=10):
    rijen = []
    for stap in range(1, steps + 1):
        verlies = mean_squared_loss(w, b, points)
        rijen.append((stap, w.data, b.data, verlies.data))
        verlies.backward()
        update([w, b], lr)
        w.grad = 0.0
        b.grad = 0.0
    return rijen


if __name__ == "__main__":
    for row in train(Value(-1.0), Value(3.0), [(-1, -2), (0, 1), (1, 2), (2, 3)]):
        print(*row)
