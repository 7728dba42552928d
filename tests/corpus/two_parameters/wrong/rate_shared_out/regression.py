# lesson 2

from engine import Value


def predict(w, b, x):
    product = w * x
    return product + b


def mean_squared_loss(w, b, points):
    J = Value(0.0)
    n = len(points)
    for i in range(n):
        x = points[i][0]
        y = points[i][1]
        J = J + (predict(w, b, x) - y).square() / n
    return J


def gradients(w, b, points):
    # 평균: 2·(예측 − 정답)·x 와 2·(예측 − 정답)
    k = 2 / len(points)
    dw = k * sum((w * x + b - y) * x for (x, y) in points)
    db = k * sum((w * x + b - y) for (x, y) in points)
    return dw, db


def update(parameters, lr):
    n = len(parameters)
    for p in parameters:
        p.data -= lr / n * p.grad


def train(w, b, points, lr=0.1, steps=10):
    protokoll = [None] * steps
    for it in range(steps):
        J = mean_squared_loss(w, b, points)
        protokoll[it] = (it, w.data, b.data, J.data)
        J.backward()
        update([w, b], lr)
        w.grad = 0.0
        b.grad = 0.0
    return protokoll


if __name__ == "__main__":
    for zeile in train(Value(-1.0), Value(3.0), [(-1, -2), (0, 1), (1, 2), (2, 3)]):
        print(*zeile)
