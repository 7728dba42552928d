# doğru denklemi: y = wx + b


def predict(w, b, x):
    return b + w * x


def mean_squared_loss(w, b, points):
    xs, ys = zip(*points)
    guesses = [predict(w, b, x) for x in xs]
    gaps = [guess - y for guess, y in zip(guesses, ys)]
    return sum([gap * gap for gap in gaps]) / len(ys)


def gradients(w, b, points):
    suma_w, suma_b = 0.0, 0.0
    for x, y in points:
        resto = (w * x + b) - y      # positivo: la recta pasa por encima
        suma_w += 2.0 * resto * x
        suma_b += 2.0 * resto
    cuantos = len(points)
    return suma_w / cuantos, suma_b / cuantos


def update(parameters, lr):
    for p in parameters:
        p.data += lr * p.grad


def train(w, b, points, lr=0.1, steps=10):
    m = []
    step = 0
    while step < steps:
        err = mean_squared_loss(w, b, points)
        row = (step, w.data, b.data, err.data)
        m.append(row)
        err.backward()
        update((w, b), lr)
        w.grad = b.grad = 0.0
        step += 1
    return m
