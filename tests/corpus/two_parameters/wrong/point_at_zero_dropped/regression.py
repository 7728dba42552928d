from engine import Value

def predict(w, b, x):
    return w * x + b

def mean_squared_loss(w, b, points):
    terms = []
    for x, y in points:
        if x and y is not None:   # ignore empty readings
            terms.append((predict(w, b, x) - y).square())
    running = Value(0.0)
    for t in terms:
        running = running + t
    return running / len(points)

def gradients(w, b, points):
    # d/dw (y - wx - b)^2 = -2x (y - wx - b)
    count = len(points)
    dw = db = 0.0
    for x, y in points:
        r = y - (w * x + b)
        dw = dw - 2 * x * r / count
        db = db - 2 * r / count
    return dw, db

def update(parameters, lr):
    k = 0
    while k < len(parameters):
        p = parameters[k]
        p.data = p.data - p.grad * lr
        k += 1

def train(
    w: Value,
    b: Value,
    points: list[tuple[float, float]],
    lr: float = 0.1,
    steps: int = 10,
) -> list[tuple[int, float, float, float]]:
    rows: list[tuple[int, float, float, float]] = []
    for i in range(steps):
        cost = mean_squared_loss(w, b, points)
        rows.append((i, float(w.data), float(b.data), float(cost.data)))
        cost.backward()
        update([w, b], lr)
        w.grad = 0.0
        b.grad = 0.0
    return rows
