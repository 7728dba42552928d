# la droite apprend

def predict(w, b, x):
    return (w * x) + b

def mean_squared_loss(w, b, points):
    return sum((e := predict(w, b, x) - y) * e for (x, y) in points) / len(points)

def gradients(w, b, points):
    errors = [w * x + b - y for x, y in points]
    how_many = len(errors)
    dw = 2 / how_many * sum(e * x for e, (x, _) in zip(errors, points))
    db = 2 / how_many * sum(errors)
    return dw, db

def update(parameters, lr):
    w, b = parameters
    w.data -= lr * w.grad
    b.data -= lr * b.grad

def train(w, b, points, lr=0.1, steps=10):
    rows = [None] * steps
    for t in range(steps):
        perte = mean_squared_loss(w, b, points)
        rows[t] = (t, w.data, b.data, perte.data)
        perte.backward()
        update([w, b], lr)
        w.grad = 0.0
        b.grad = 0.0
    return rows
