from averages import mean

def predict(w, b, x):
    return w * x + b

def mean_squared_loss(w, b, points):
    return mean([(predict(w, b, x) - y).square() for x, y in points])

def gradients(w, b, points):
    dw = mean([2 * (w * x + b - y) * x for x, y in points])
    db = mean([2 * (w * x + b - y) for x, y in points])
    return dw, db

def update(parameters, lr):
    """Minus, denn der Gradient zeigt bergauf."""
    for param in parameters:
        param.data = param.data - param.grad * lr

def train(w, b, points, lr=0.1, steps=10):
    result = []
    for epoch in range(steps):
        current = mean_squared_loss(w, b, points)
        result += [(epoch, w.data, b.data, current.data)]
        current.backward()
        update([w, b], lr)
        b.grad = w.grad = 0.0
    return result
