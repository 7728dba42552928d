"""A line learns."""

from engine import Value


def predict(w, b, x):
    return w * x + b


def mean_squared_loss(w, b, points):
    toplam = Value(0)  # karelerin toplamı
    for (x, y) in points:
        hata = predict(w, b, x) - y
        toplam = toplam + hata.square()
    return toplam / len(points)  # ortalama


def gradients(w, b, points):
    dw = db = 0
    for x, y in points:
        dw += 2 * (w * x + b - y) * x
        db += 2 * (w * x + b - y)
    how_many = len(points)
    return dw / how_many, db / how_many


def update(parameters, lr):
    for i, p in enumerate(parameters):
        parameters[i].data = p.data - lr * p.grad


def train(w, b, points, lr=0.1, steps=10):
    lines = list()
    for s in range(0, steps, 1):
        L = mean_squared_loss(w, b, points)
        lines.append((s, w.data, b.data, L.data))
        L.backward()
        update([w, b], lr)
        w.grad = 0
        b.grad = 0
    return lines


if __name__ == "__main__":
    for r in train(Value(-1.0), Value(3.0), [(-1, -2), (0, 1), (1, 2), (2, 3)]):
        print(*r)
