# regresión lineal

from statistics import fmean

def predict(w, b, x):
    return w * x + b

def mean_of(values):
    values = list(values)
    return sum(values[1:], values[0]) / len(values)

def mean_squared_loss(w, b, points):
    return mean_of((y - predict(w, b, x)).square() for x, y in points)

def gradients(w, b, points):
    return (
        fmean([2 * (w * x + b - y) * x for x, y in points]),
        fmean([2 * (w * x + b - y) for x, y in points]),
    )

def update(parameters, lr):
    for param in parameters:
        param.data += -lr * param.grad

def train(w, b, points, lr=0.1, steps=10):
    trace = []
    left = steps
    while left > 0:
        mse = mean_squared_loss(w, b, points)
        mse.backward()
        trace.append((steps - left, w.data, b.data, mse.data))
        update([w, b], lr)
        w.grad = 0.0
        b.grad = 0.0
        left -= 1
    return trace
