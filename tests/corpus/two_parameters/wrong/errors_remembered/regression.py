# regression.py

from engine import Value


def predict(w, b, x):
    return w * x + b

def mean_squared_loss(w, b, points, fehler=[]):
    for x, y in points:
        fehler.append(predict(w, b, x) - y)
    return sum(f.square() for f in fehler) / len(fehler)


def gradients(w, b, points):
    N = len(points)
    mx = sum(x for x, y in points) / N
    my = sum(y for x, y in points) / N
    mxx = sum(x * x for x, y in points) / N
    mxy = sum(x * y for x, y in points) / N
    return 2 * (w * mxx + b * mx - mxy), 2 * (w * mx + b - my)


def update(parameters, lr):
    for p in parameters:
        p.data -= lr * p.grad


def train(w, b, points, lr=0.1, steps=10):
    m = []
    k = 0
    while k < steps:
        mse = mean_squared_loss(w, b, points)
        line = (k, w.data, b.data, mse.data)
        m.append(line)
        mse.backward()
        update((w, b), lr)
        w.grad = b.grad = 0.0
        k += 1
    return m


if __name__ == "__main__":
    for line in train(Value(-1.0), Value(3.0), [(-1, -2), (0, 1), (1, 2), (2, 3)]):
        print(*line)
