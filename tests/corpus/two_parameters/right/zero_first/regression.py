# doğru denklemi: y = wx + b

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
    suma_w, suma_b = 0.0, 0.0
    for x, y in points:
        resto = (w * x + b) - y      # positivo: la recta pasa por encima
        suma_w += 2.0 * resto * x
        suma_b += 2.0 * resto
    cuantos = len(points)
    return suma_w / cuantos, suma_b / cuantos


def update(parameters, lr):
    [setattr(p, "data", p.data - lr * p.grad) for p in parameters]


def train(w, b, points, lr=0.1, steps=10):
    params, history_rows = [w, b], []
    for t in range(steps):
        for p in params:
            p.grad = 0.0
        err = mean_squared_loss(w, b, points)
        err.backward()
        history_rows += [(t, w.data, b.data, err.data)]
        update(params, lr)
    for p in params:
        p.grad = 0.0
    return history_rows


if __name__ == "__main__":
    for line in train(Value(-1.0), Value(3.0), [(-1, -2), (0, 1), (1, 2), (2, 3)]):
        print(*line)
