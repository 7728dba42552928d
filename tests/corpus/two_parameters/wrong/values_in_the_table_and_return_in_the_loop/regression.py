# la droite apprend

from engine import Value


def predict(w, b, x):
    return w * x + b


def mean_squared_loss(w, b, points):
    toplam = Value(0)  # karelerin toplamı
    for (x, y) in points:
        hata = predict(w, b, x) - y
        toplam = toplam + hata.square()
    return toplam / len(points)  # ortalama


def gradients(w, b, points):
    def residual(x, y):
        return w * x + b - y

    n = len(points)
    return (
        2 * sum(residual(x, y) * x for x, y in points) / n,
        2 * sum(residual(x, y) for x, y in points) / n,
    )


def update(parameters: list[Value], lr: float) -> None:
    """One step downhill for each parameter."""
    for parameter in parameters:
        step = lr * parameter.grad
        parameter.data -= step


def train(w, b, points, lr=0.1, steps=10):
    history_rows = []
    for step in range(steps):
        cost = mean_squared_loss(w, b, points)
        history_rows.append((step, w.data, b.data, cost.data))
        cost.backward()
        update([w, b], lr)
        w.grad, b.grad = 0.0, 0.0
        return history_rows


if __name__ == "__main__":
    for line in train(Value(-1.0), Value(3.0), [(-1, -2), (0, 1), (1, 2), (2, 3)]):
        print(*line)
