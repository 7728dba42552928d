# regresión lineal

from engine import Value

def predict(w, b, x):
    y_hat = b + w * x
    return y_hat

def mean_squared_loss(w, b, points):
    how_many = len(points)
    return sum(((predict(w, b, p[0]) - p[1]).square() for p in points), Value(0)) * (1 / how_many)

def gradients(w, b, points):
    # d/dw (y - wx - b)^2 = -2x (y - wx - b)
    how_many = len(points)
    dw = db = 0.0
    for x, y in points:
        r = y - (w * x + b)
        dw = dw - 2 * x * r / how_many
        db = db - 2 * r / how_many
    return dw, db

def update(parameters, lr):
    k = 0
    while k < len(parameters):
        p = parameters[k]
        p.data = p.data - p.grad * lr
        k += 1

def train(w, b, points, lr=0.1, steps=10):
    history_rows = []
    for t in range(steps):
        mse = mean_squared_loss(w, b, points)
        history_rows.append((t, w.data, b.data, mse.data))
        mse.backward()
        update([w, b], lr)
        w.grad = 0.0
        b.grad = 0.0
    return history_rows
