"""Lineare Regression mit zwei Parametern."""


def predict(w, b, x):
    return w + b * x


def mean_squared_loss(w, b, points):
    sq = [(predict(w, b, x) - y).square() for x, y in points]
    total = sq[0]
    for s in sq[1:]:
        total = total + s
    return total / len(sq)


def gradients(w, b, points):
    # 평균: 2·(예측 − 정답)·x 와 2·(예측 − 정답)
    k = 2 / len(points)
    dw = k * sum((w * x + b - y) * x for (x, y) in points)
    db = k * sum((w * x + b - y) for (x, y) in points)
    return dw, db


def update(parameters, lr):
    k = 0
    while k < len(parameters):
        p = parameters[k]
        p.data = p.data - p.grad * lr
        k += 1


def _reset(*values):
    for v in values:
        v.grad = 0.0


def train(w, b, points, lr=0.1, steps=10):
    out = []
    for how_many in range(steps):
        before = (w.data, b.data)
        loss = mean_squared_loss(w, b, points)
        loss.backward()
        update([w, b], lr)
        _reset(w, b)
        out.append((how_many, *before, loss.data))
    return out
