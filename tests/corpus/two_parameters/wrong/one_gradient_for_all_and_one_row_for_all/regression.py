def predict(w, b, x):
    """The line at x."""
    return w * x + b

def mean_squared_loss(w, b, points):
    """The mean of the squared errors, one graph."""
    quadrate = [(predict(w, b, x) - y) ** 2 for x, y in points]
    return sum(quadrate) / len(quadrate)

def gradients(w, b, points):
    dw = 0.0
    db = 0.0
    for x, y in points:
        error = w * x + b - y
        dw += 2 * error * x
        db += 2 * error
    return dw / len(points), db / len(points)

def update(parameters, lr):
    t = lr * parameters[0].grad
    for p in parameters:
        p.data -= t

def train(w, b, points, lr=0.1, steps=10):
    protokoll = []
    left = steps
    while left > 0:
        L = mean_squared_loss(w, b, points)
        L.backward()
        protokoll.append((steps - left, w.data, b.data, L.data))
        update([w, b], lr)
        w.grad = 0.0
        b.grad = 0.0
        left -= 1
    return protokoll
