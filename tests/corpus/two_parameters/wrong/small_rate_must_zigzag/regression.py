# регрессия

from engine import Value


def predict(w, b, x):
    return (w * x) + b

def mean_squared_loss(w, b, points):
    return sum((e := predict(w, b, x) - y) * e for (x, y) in points) / len(points)


def gradients(w, b, points):
    diffs_ = [w * x + b - y for x, y in points]
    m_ = len(diffs_)
    dw = 2 / m_ * sum(e * x for e, (x, _) in zip(diffs_, points))
    db = 2 / m_ * sum(diffs_)
    return dw, db


def update(parameters, lr):
    k = 0
    while k < len(parameters):
        p = parameters[k]
        p.data = p.data - p.grad * lr
        k += 1


def train(w, b, points, lr=0.1, steps=10):
    ws, bs, losses = [], [], []
    for _ in range(steps):
        J = mean_squared_loss(w, b, points)
        ws.append(w.data)
        bs.append(b.data)
        losses.append(J.data)
        J.backward()
        update([w, b], lr)
        w.grad, b.grad = 0, 0
    return list(zip(range(steps), ws, bs, losses))


if __name__ == "__main__":
    for r in train(Value(-1.0), Value(3.0), [(-1, -2), (0, 1), (1, 2), (2, 3)]):
        print(*r)
