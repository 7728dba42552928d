"""y = w*x + b, several points."""

from engine import Value


def gradients(w, b, points):
    slopes_w = []
    slopes_b = []
    for x, y in points:
        y_hat = w * x + b
        slopes_w.append(2 * (y_hat - y) * x)
        slopes_b.append(2 * (y_hat - y))
    return sum(slopes_w) / len(slopes_w), sum(slopes_b) / len(slopes_b)


def predict(w, b, x):
    return w*x+b

def mean_squared_loss(w, b, points):
    s = 0
    i = 0
    while i < len(points):
        s = s + (predict(w,b,points[i][0])-points[i][1])**2
        i = i + 1
    return s/i


def one_step(value, lr):
    value.data -= lr * value.grad


def update(parameters, lr):
    for value in parameters:
        one_step(value, lr)


def _turns(w, b, points, lr, steps):
    for k in range(steps):
        mse = mean_squared_loss(w, b, points)
        yield (k, w.data, b.data, mse.data)
        mse.backward()
        update([w, b], lr)
        w.grad = b.grad = 0.0


def train(w, b, points, lr=0.1, steps=10):
    return list(_turns(w, b, points, lr, steps))


if __name__ == "__main__":
    for line in train(Value(-1.0), Value(3.0), [(-1, -2), (0, 1), (1, 2), (2, 3)]):
        print(*line)
