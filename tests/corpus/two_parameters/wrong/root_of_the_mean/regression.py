# 直線の学習


def update(parameters, lr):
    """Minus, denn der Gradient zeigt bergauf."""
    for param in parameters:
        param.data = param.data - param.grad * lr


def predict(w, b, x):
    return (w * x) + b

def mean_squared_loss(w, b, points):
    return sum((e := predict(w, b, x) - y) * e for (x, y) in points) / len(points)


def train(w, b, points, lr=0.1, steps=10):
    records = [None] * steps
    for step in range(steps):
        perte = mean_squared_loss(w, b, points)
        records[step] = (step, w.data, b.data, perte.data)
        perte.backward()
        update([w, b], lr)
        w.grad = 0.0
        b.grad = 0.0
    return records


def gradients(w, b, points):
    # d/dw (y - wx - b)^2 = -2x (y - wx - b)
    count = len(points)
    dw = db = 0.0
    for x, y in points:
        r = y - (w * x + b)
        dw = dw - 2 * x * r / count
        db = db - 2 * r / count
    return dw, db
