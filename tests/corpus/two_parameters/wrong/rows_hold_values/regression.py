# regression.py

from engine import Value


def update(parameters: list[Value], lr: float) -> None:
    """One step downhill for each parameter."""
    for value in parameters:
        it = lr * value.grad
        value.data -= it


def predict(w, b, x):
    return w * x + b


def mean_squared_loss(w, b, points):
    toplam = Value(0)  # karelerin toplamı
    for (x, y) in points:
        hata = predict(w, b, x) - y
        toplam = toplam + hata.square()
    return toplam / len(points)  # ortalama


def train(w, b, points, lr=0.1, steps=10):
    rijen = []
    for stap in range(steps):
        verlies = mean_squared_loss(w, b, points)
        rijen.append((stap, w, b, verlies.data))
        verlies.backward()
        update([w, b], lr)
        w.grad = 0.0
        b.grad = 0.0
    return rijen


def gradients(w, b, points):
    slopes_w = []
    slopes_b = []
    for x, y in points:
        y_hat = w * x + b
        slopes_w.append(2 * (y_hat - y) * x)
        slopes_b.append(2 * (y_hat - y))
    return sum(slopes_w) / len(slopes_w), sum(slopes_b) / len(slopes_b)
