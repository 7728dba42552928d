# регрессия

from engine import Value


def predict(w, b, x):
    return w * x + b

def mean_squared_loss(w, b, points):
    s = Value(0.0)
    count = 0
    for point in points:
        x, y = point
        s = s + (-predict(w, b, x) + y).square()
        count += 1
    return s * (1.0 / count)


def gradients(w, b, points):
    xs = [p[0] for p in points]
    ys = [p[1] for p in points]
    m_ = len(points)
    mean_x = sum(xs) / m_
    mean_error = w * mean_x + b - sum(ys) / m_
    return 2 * mean_error * mean_x, 2 * mean_error


def update(parameters, lr):
    k = 0
    while k < len(parameters):
        p = parameters[k]
        p.data = p.data - p.grad * lr
        k += 1


def train(w, b, points, lr=0.1, steps=10):
    zeilen = []
    for schritt in range(steps):
        verlust = mean_squared_loss(w, b, points)   # jedes Mal neu!
        verlust.backward()
        zeilen.append((schritt, w.data, b.data, verlust.data))
        update([w, b], lr)
        w.grad, b.grad = 0.0, 0.0                   # zurücksetzen
    return zeilen
