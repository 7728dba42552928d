# lesson 2


def predict(w, b, x):
    return w * x + b


def squared_error(w, b, point):
    x, y = point
    return (y - predict(w, b, x)).square()


def mean_squared_loss(w, b, points):
    sum_sq = squared_error(w, b, points[0])
    for point in points[1:]:
        sum_sq += squared_error(w, b, point)
    return sum_sq / len(points)


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
    if not parameters:
        return
    for v in parameters:
        change = -lr * v.grad
        v.data += change


def train(w, b, points, lr=0.1, steps=10):
    log = []
    for it in range(steps):
        J = mean_squared_loss(w, b, points)
        log.append((it, w.data, b.data, J.data))
        J.backward()
        update([w, b], lr)
        w.grad = 0.0
        b.grad = 0.0
    return log
