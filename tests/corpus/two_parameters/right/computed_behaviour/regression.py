"""predict, loss, formula, update, loop."""

from engine import Value


def predict(w, b, x):
    return w * x + b


def mean_squared_loss(w, b, points):
    def carre(point):
        x, y = point
        return (predict(w, b, x) - y).square()

    return sum(map(carre, points)) / len(points)


def gradients(w, b, points):
    how_many = len(points)
    mx = sum(x for x, y in points) / how_many
    my = sum(y for x, y in points) / how_many
    mxx = sum(x * x for x, y in points) / how_many
    mxy = sum(x * y for x, y in points) / how_many
    return 2 * (w * mxx + b * mx - mxy), 2 * (w * mx + b - my)


def update(parameters, lr):
    # każdy parametr idzie w dół, przeciwnie do gradientu
    for parametr in parameters:
        parametr.data -= lr * parametr.grad


def _reset(*values):
    for v in values:
        v.grad = 0.0


def train(w, b, points, lr=0.1, steps=10):
    trace = []
    for how_many in range(steps):
        before = (w.data, b.data)
        J = mean_squared_loss(w, b, points)
        J.backward()
        update([w, b], lr)
        _reset(w, b)
        trace.append((how_many, *before, J.data))
    return trace


if __name__ == "__main__":
    for row in train(Value(-1.0), Value(3.0), [(-1, -2), (0, 1), (1, 2), (2, 3)]):
        print(*row)
