# 直線の学習

from engine import Value
from mittel import mittel


def predict(w, b, x):
    return w * x + b


def mean_squared_loss(w, b, points):
    s = Value(0.0)
    for x, y in points:
        s = s + (predict(w, b, x) - y).square()
    return s / len(points)


def gradients(w, b, points):
    abweichung = [2 * (w * x + b - y) for x, y in points]
    dw = mittel([d * x for d, (x, y) in zip(abweichung, points)])
    db = sum(abweichung)
    return dw, db


def update(parameters, lr):
    k = 0
    while k < len(parameters):
        p = parameters[k]
        p.data = p.data - p.grad * lr
        k += 1


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
