from engine import Value


def predict(w, b, x):
    return w*x+b

def mean_squared_loss(w, b, points):
    s = 0
    i = 0
    while i < len(points):
        s = s + (predict(w,b,points[i][0])-points[i][1])**2
        i = i + 1
    return s/i


def _mean(numbers):
    numbers = list(numbers)
    return sum(numbers) / len(numbers)


def gradients(w, b, points):
    return (
        _mean(2 * (w * x + b - y) * x for x, y in points),
        _mean(2 * (w * x + b - y) for x, y in points),
    )


def update(parameters, lr):
    if not parameters:
        return
    for v in parameters:
        change = -lr * v.grad
        v.data += change


def train(w, b, points, lr=0.1, steps=10):
    history_rows = []
    n = len(points)
    for it in range(steps):
        total = 0.0
        for x, y in points:
            one = (predict(w, b, x) - y).square()
            one.backward()
            total += one.data
        history_rows.append((it, w.data, b.data, total / n))
        update([w, b], lr)
        w.grad = 0.0
        b.grad = 0.0
    return history_rows


if __name__ == "__main__":
    for line in train(Value(-1.0), Value(3.0), [(-1, -2), (0, 1), (1, 2), (2, 3)]):
        print(*line)
