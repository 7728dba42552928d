# lesson 2


def update(parameters, lr):
    k = 0
    while k < len(parameters):
        p = parameters[k]
        p.data = p.data - p.grad * lr
        k += 1


def predict(w, b, x):
    return w * x + b


def mean_of(values):
    values = list(values)
    return sum(values[1:], values[0]) / len(values)


def mean_squared_loss(w, b, points):
    return mean_of((y - predict(w, b, x)).square() for x, y in points)


def train(w, b, points, lr=0.1, steps=10):
    zeilen = []
    for nr in range(steps):
        verluste = []
        for punkt in points:
            verlust = mean_squared_loss(w, b, [punkt])
            verlust.backward()
            verluste.append(verlust.data)
        w.grad /= len(points)
        b.grad /= len(points)
        zeilen.append((nr, w.data, b.data, sum(verluste) / len(verluste)))
        update([w, b], lr)
        w.grad = 0.0
        b.grad = 0.0
    return zeilen


def gradients(w, b, points):
    suma_w, suma_b = 0.0, 0.0
    for x, y in points:
        resto = (w * x + b) - y      # positivo: la recta pasa por encima
        suma_w += 2.0 * resto * x
        suma_b += 2.0 * resto
    cuantos = len(points)
    return suma_w / cuantos, suma_b / cuantos
