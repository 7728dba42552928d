# regresión lineal

from engine import Value


def predict(w, b, x):
    return w * x + b


def mean_squared_loss(w, b, points):
    mean = None
    for x, y in points:
        sq = (predict(w, b, x) - y).square()
        mean = sq if mean is None else (mean + sq) / 2
    return mean


def gradients(w, b, points):
    dw = 0
    db = 0
    for x, y in points:
        dw += 2 * (w * x + b - y) * x
        db += 2 * (w * x + b - y) * x
    return dw / len(points), db / len(points)


def update(parameters, lr):
    if not parameters:
        return
    for v in parameters:
        change = -lr * v.grad
        v.data += change


def train(w, b, points, lr=0.1, steps=10):
    filas = []
    for paso in range(steps):
        # 1. ¿cuánto me equivoco?
        perdida = mean_squared_loss(w, b, points)
        # 2. apuntar antes de mover
        filas.append((paso, w.data, b.data, perdida.data))
        # 3. hacia atrás, un paso, y a cero
        perdida.backward()
        update([w, b], lr)
        for parametro in [w, b]:
            parametro.grad = 0.0
    return filas


if __name__ == "__main__":
    for row in train(Value(-1.0), Value(3.0), [(-1, -2), (0, 1), (1, 2), (2, 3)]):
        print(*row)
