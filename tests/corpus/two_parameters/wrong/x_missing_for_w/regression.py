from functools import reduce

from engine import Value

def predict(w, b, x):
    return w * x + b

def mean_squared_loss(w, b, points):
    add = lambda acc, p: acc + (predict(w, b, p[0]) - p[1]).square()
    return reduce(add, points, Value(0.0)) / len(points)

def gradients(w, b, points):
    diffs_ = []
    for x, y in points:
        diffs_.append(w * x + b - y)
    g = 2 * sum(diffs_) / len(diffs_)
    return g, g

def update(parameters, lr):
    new = [p.data - lr * p.grad for p in parameters]
    for p, number in zip(parameters, new):
        p.data = number

def train(w, b, points, lr=0.1, steps=10):
    log = []
    for step in range(steps):
        log.append((step, w.data, b.data, mean_squared_loss(w, b, points).data))
        w.grad, b.grad = gradients(w.data, b.data, points)
        update([w, b], lr)
        w.grad, b.grad = 0.0, 0.0
    return log
