# lesson 2


def predict(w, b, x):
    # w and b are Values, x is a number
    return w * x + b


def mean_squared_loss(w, b, points):
    mse = None
    for x, y in points:
        one = (predict(w, b, x) - y).square()
        if mse is None:
            mse = one
        else:
            mse = mse + one
    return mse / len(points)


def gradients(w, b, points):
    how_many = len(points)
    dw = sum((w * x + b - y) * x for x, y in points) / how_many
    db = sum((w * x + b - y) for x, y in points) / how_many
    return dw, db


def update(parameters, lr):
    # każdy parametr idzie w dół, przeciwnie do gradientu
    for parametr in parameters:
        parametr.data -= lr * parametr.grad


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
