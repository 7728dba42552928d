"""A line learns."""

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

def gradients(w, b, points):
    dw = 0.0
    db = 0.0
    for x, y in points:
        error = w * x + b - y
        dw += 2 * error * x
        db += 2 * error
    return dw / len(points), db / len(points)

def update(parameters, lr):
    k = 0
    while k < len(parameters):
        p = parameters[k]
        p.data = p.data - p.grad * lr
        k += 1

def train(w, b, points, lr=0.1, steps=10):
    log = []
    for step in range(steps):
        perte = mean_squared_loss(w, b, points)
        log.append((step, w.data, b.data, perte.data))
        perte.backward()
        for p in [w, b]:
            p.grad = 0.0
        update([w, b], lr)
    return log
