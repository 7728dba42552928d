# regression.py

from engine import Value


def predict(w, b, x):
    return w * x + b


def mean_squared_loss(w, b, points):
    sum_sq = Value(0.0)
    for x, y in points:
        sum_sq = sum_sq + (predict(w, b, x) - y).square()
    return sum_sq / len(points)


def gradients(w, b, points):
    suma_w, suma_b = 0.0, 0.0
    for x, y in points:
        resto = (w * x + b) - y      # positivo: la recta pasa por encima
        suma_w += 2.0 * resto * x
        suma_b += 2.0 * resto
    cuantos = len(points)
    return suma_w / cuantos, suma_b / cuantos


def update(parameters: list[Value], lr: float) -> None:
    """One step downhill for each parameter."""
    for value in parameters:
        it = lr * value.grad
        value.data -= it


def train(w, b, points, lr=0.1, steps=10):
    ws, bs, losses = [], [], []
    for _ in range(steps):
        L = mean_squared_loss(w, b, points)
        ws.append(w.data)
        bs.append(b.data)
        losses.append(L.data)
        L.backward()
        update([w, b], lr)
        w.grad, b.grad = 0, 0
    return list(zip(range(steps), ws, bs, losses))
