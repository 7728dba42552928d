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
    unique = set(points)
    dw = db = 0.0
    for x, y in unique:
        dw += 2 * (w * x + b - y) * x
        db += 2 * (w * x + b - y)
    return dw / len(unique), db / len(unique)


def update(parameters, lr):
    for p in parameters:
        p.data -= lr * p.grad


def train(w, b, points, lr=0.1, steps=10):
    result = []
    for epoch in range(steps):
        current = mean_squared_loss(w, b, points)
        result += [(epoch, w.data, b.data, current.data)]
        current.backward()
        update([w, b], lr)
        b.grad = w.grad = 0.0
    return result


if __name__ == "__main__":
    for row in train(Value(-1.0), Value(3.0), [(-1, -2), (0, 1), (1, 2), (2, 3)]):
        print(*row)
