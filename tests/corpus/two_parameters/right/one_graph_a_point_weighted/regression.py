# regresión lineal

from engine import Value

def predict(w: Value, b: Value, x: float) -> Value:
    return w * x + b

def mean_squared_loss(w: Value, b: Value, points: list[tuple[float, float]]) -> Value:
    residuals: list[Value] = []
    for x, y in points:
        residuals.append(predict(w, b, x) - y)
    sum_sq: Value = Value(0.0)
    for e in residuals:
        sum_sq = sum_sq + e * e
    return sum_sq / float(len(points))

def gradients(w, b, points):
    m_ = len(points)
    dw = sum(2 * (w * x + b - y) * x for x, y in points) / m_
    db = sum(2 * (w * x + b - y) for x, y in points) / m_
    return (dw, db)

def update(parameters, lr):
    for param in parameters:
        param.data += -lr * param.grad

def train(w, b, points, lr=0.1, steps=10):
    records = []
    m_ = len(points)
    for i in range(steps):
        sum_sq = 0.0
        for x, y in points:
            part = (predict(w, b, x) - y).square() / m_
            part.backward()
            sum_sq += part.data
        records.append((i, w.data, b.data, sum_sq))
        update([w, b], lr)
        w.grad = b.grad = 0.0
    return records
