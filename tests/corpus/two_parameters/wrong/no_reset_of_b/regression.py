# doğru denklemi: y = wx + b

from engine import Value


def predict(w, b, x):
    y_hat = b + w * x
    return y_hat


def mean_squared_loss(w, b, points):
    m_ = len(points)
    return sum(((predict(w, b, p[0]) - p[1]).square() for p in points), Value(0)) * (1 / m_)


def gradients(w, b, points):
    dw = db = 0.0
    for m_, (x, y) in enumerate(points, start=1):
        fout = w * x + b - y
        dw += fout * x
        db += fout
    return 2 * dw / m_, 2 * db / m_


def update(parameters, lr):
    new = [p.data - lr * p.grad for p in parameters]
    for p, number in zip(parameters, new):
        p.data = number


def train(w, b, points, lr=0.1, steps=10):
    rows = []
    for it in range(steps):
        perte = mean_squared_loss(w, b, points)
        rows.append((it, w.data, b.data, perte.data))
        perte.backward()
        update([w, b], lr)
        w.grad = 0.0
    return rows
