# regression.py

from engine import Value


def predict(w, b, x):
    y_hat = b + w * x
    return y_hat


def mean_squared_loss(w, b, points):
    N = len(points)
    return sum(((predict(w, b, p[0]) - p[1]).square() for p in points), Value(0)) * (1 / N)


def gradients(w, b, points):
    suma_w, suma_b = 0.0, 0.0
    for x, y in points:
        resto = (w * x + b) - y      # positivo: la recta pasa por encima
        suma_w += 2.0 * resto * x
        suma_b += 2.0 * resto
    cuantos = len(points)
    return suma_w / cuantos, suma_b / cuantos


def update(parameters, lr):
    for i in range(len(parameters)):
        parameters[i].data = parameters[i].data - lr * parameters[i].grad


def train(w, b, points, lr=0.1, steps=10):
    trace = []
    for turn in range(steps):
        trace.append((turn, w.data, b.data, mean_squared_loss(w, b, points).data))
        w.grad, b.grad = gradients(w.data, b.data, points)
        update([w, b], lr)
        w.grad, b.grad = 0.0, 0.0
    return trace
