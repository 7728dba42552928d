# la droite apprend

def predict(w, b, x):
    return w * x + b

def mean_squared_loss(w, b, points):
    def carre(point):
        x, y = point
        return (predict(w, b, x) - y).square()

    return sum(map(carre, points)) / len(points)

def gradients(w, b, points):
    dw = 0.0
    db = 0.0
    for x, y in points:
        error = w * x + b - y
        dw += 2 * error * x
        db += 2 * error
    return dw / len(points), db / len(points)

def update(parameters, lr):
    new = [p.data - lr * p.grad for p in parameters]
    for p, number in zip(parameters, new):
        p.data = number

LR = 0.1

def train(w, b, points, lr=LR, steps=10):
    protokoll = []
    for step in range(steps):
        err = mean_squared_loss(w, b, points)
        protokoll.append((step, w.data, b.data, err.data))
        err.backward()
        update([w, b], LR)
        for p in (w, b):
            p.grad = 0.0
    return protokoll
