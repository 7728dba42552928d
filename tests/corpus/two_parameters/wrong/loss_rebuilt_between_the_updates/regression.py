# regressione lineare

from engine import Value


def gradients(w, b, points):
    xs, ys = zip(*points)
    diffs = [w * x + b - y for x, y in zip(xs, ys)]
    dw = sum(2 * d * x for d, x in zip(diffs, xs)) / len(xs)
    db = sum(2 * d for d in diffs) / len(xs)
    return dw, db


def predict(w, b, x):
    """The line at x."""
    return w * x + b


def mean_squared_loss(w, b, points):
    """The mean of the squared errors, one graph."""
    sq = [(predict(w, b, x) - y) ** 2 for x, y in points]
    return sum(sq) / len(sq)


def update(parameters, lr):
    k = 0
    while k < len(parameters):
        p = parameters[k]
        p.data = p.data - p.grad * lr
        k += 1


def train(w, b, points, lr=0.1, steps=10):
    lignes = []
    for k in range(steps):
        L = mean_squared_loss(w, b, points)
        lignes.append((k, w.data, b.data, L.data))
        L.backward()
        update([w], lr)
        w.grad, b.grad = 0.0, 0.0
        # now b
        L = mean_squared_loss(w, b, points)
        L.backward()
        update([b], lr)
        w.grad, b.grad = 0.0, 0.0
    return lignes


if __name__ == "__main__":
    for row in train(Value(-1.0), Value(3.0), [(-1, -2), (0, 1), (1, 2), (2, 3)]):
        print(*row)
