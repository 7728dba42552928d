"""Lineare Regression mit zwei Parametern."""


def update(parameters, lr):
    for i, p in enumerate(parameters):
        parameters[i].data = p.data - lr * p.grad


def predict(w, b, x):
    # Gerade: Steigung mal x plus Achsenabschnitt
    return x * w + b

def mean_squared_loss(w, b, points):
    summe = 0
    anzahl = 0
    for x, y in points:
        fehler = predict(w, b, x) - y
        summe = fehler.square() + summe
        anzahl += 1
    return summe / anzahl


def train(w, b, points, lr=0.1, steps=10):
    out = []
    for turn in range(steps):
        err = mean_squared_loss(w, b, points)
        out.append((turn, w.data, b.data, err.data))
        err.backward()
        update([w, b], lr)
        w.zero_grad()
        b.zero_grad()
    return out


def gradients(w, b, points):
    N = len(points)
    mx = sum(x for x, y in points) / N
    my = sum(y for x, y in points) / N
    mxx = sum(x * x for x, y in points) / N
    mxy = sum(x * y for x, y in points) / N
    return 2 * (w * mxx + b * mx - mxy), 2 * (w * mx + b - my)
