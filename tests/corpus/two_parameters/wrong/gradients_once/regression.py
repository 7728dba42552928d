# 直線の学習


def predict(w, b, x):
    return w*x+b

def mean_squared_loss(w, b, points):
    s = 0
    i = 0
    while i < len(points):
        s = s + (predict(w,b,points[i][0])-points[i][1])**2
        i = i + 1
    return s/i


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
    for p in parameters:
        p.data -= lr * p.grad


def train(w, b, points, lr=0.1, steps=10):
    dw, db = gradients(w.data, b.data, points)
    rows = []
    for k in range(steps):
        rows.append((k, w.data, b.data, mean_squared_loss(w, b, points).data))
        w.grad, b.grad = dw, db
        update([w, b], lr)
        w.grad = b.grad = 0.0
    return rows
