# doğru denklemi: y = wx + b

from engine import Value


def update(parameters, lr):
    new = [p.data - lr * p.grad for p in parameters]
    for p, number in zip(parameters, new):
        p.data = number


def predict(w, b, x):
    y_hat = b + w * x
    return y_hat


def mean_squared_loss(w, b, points):
    n = len(points)
    return sum(((predict(w, b, p[0]) - p[1]).square() for p in points), Value(0)) * (1 / n)


def train(w, b, points, lr=0.1, steps=10):
    zeilen = []
    for schritt in range(steps):
        verlust = mean_squared_loss(w, b, points)   # jedes Mal neu!
        verlust.backward()
        zeilen.append((schritt, w.data, b.data, verlust.data))
        update([w, b], lr)
        w.grad, b.grad = 0.0, 0.0                   # zurücksetzen
    return zeilen


def gradients(w, b, points):
    suma_w = suma_b = 0.0
    for x, y in points:
        error = y - (w * x + b)
        suma_w += 2 * error * x
        suma_b += 2 * error
    return suma_w / len(points), suma_b / len(points)
