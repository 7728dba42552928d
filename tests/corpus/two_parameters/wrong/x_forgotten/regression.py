from engine import Value

def predict(w, b, x):
    y_hat = b + w * x
    return y_hat

def mean_squared_loss(w, b, points):
    how_many = len(points)
    return sum(((predict(w, b, p[0]) - p[1]).square() for p in points), Value(0)) * (1 / how_many)

def gradients(w, b, points):
    how_many = len(points)
    dw = sum(2 * (w * x + b - y) * x for x, y in points) / how_many
    db = sum(2 * (w * x + b - y) for x, y in points) / how_many
    return (dw, db)

def one_step(value, lr):
    value.data -= lr * value.grad

def update(parameters, lr):
    for value in parameters:
        one_step(value, lr)

def train(w, b, points, lr=0.1, steps=10):
    ws, bs, losses = [], [], []
    for _ in range(steps):
        J = mean_squared_loss(w, b, points)
        ws.append(w.data)
        bs.append(b.data)
        losses.append(J.data)
        J.backward()
        update([w, b], lr)
        w.grad, b.grad = 0, 0
    return list(zip(range(steps), ws, bs, losses))
