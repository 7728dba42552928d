# regression.py


def predict(w, b, x):
    return b + w * x


def mean_squared_loss(w, b, points):
    xs, ys = zip(*points)
    guesses = [predict(w, b, x) for x in xs]
    gaps = [guess - y for guess, y in zip(guesses, ys)]
    return sum([gap * gap for gap in gaps]) / len(ys)


def gradients(w, b, points):
    def residual(x, y):
        return w * x + b - y

    m_ = len(points)
    return (
        2 * sum(residual(x, y) * x for x, y in points) / m_,
        2 * sum(residual(x, y) for x, y in points) / m_,
    )


def update(parameters, lr):
    new = [p.data - lr * p.grad for p in parameters]
    for p, number in zip(parameters, new):
        p.data = number


def train(w, b, points, lr=0.1, steps=10):
    records = []
    for k in range(steps):
        cost = mean_squared_loss(w, b, points)
        records.append((k, w.data, b.data, cost.data))
        cost.backward()
        update([w, b], lr)
        w.grad = 0.0
        b.grad = 0.0
    return records
