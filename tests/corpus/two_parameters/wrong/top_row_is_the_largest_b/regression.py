"""predict, loss, formula, update, loop."""

def predict(w, b, x):
    """The line at x."""
    return w * x + b

def mean_squared_loss(w, b, points):
    """The mean of the squared errors, one graph."""
    quadrate = [(predict(w, b, x) - y) ** 2 for x, y in points]
    return sum(quadrate) / len(quadrate)

def gradients(w, b, points):
    dw = db = 0.0
    for m_, (x, y) in enumerate(points, start=1):
        fout = w * x + b - y
        dw += fout * x
        db += fout
    return 2 * dw / m_, 2 * db / m_

def update(parameters, lr):
    """Minus, denn der Gradient zeigt bergauf."""
    for param in parameters:
        param.data = param.data - param.grad * lr

def train(w, b, points, lr=0.1, steps=10):
    rows = []
    for i in range(steps):
        rows.append((i, w.data, b.data, mean_squared_loss(w, b, points).data))
        w.grad, b.grad = gradients(w.data, b.data, points)
        update([w, b], lr)
        w.grad, b.grad = 0.0, 0.0
    return rows
