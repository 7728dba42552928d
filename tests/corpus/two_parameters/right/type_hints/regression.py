"""A line learns: two parameters, several points, one loss (lesson.md, minutes 25–60).

The model is ŷ = w · x + b. Run this file to watch w and b learn, in a table and on a map:

    python exercises/two_parameters/regression.py
"""

from collections.abc import Iterable, Sequence

from engine import Value

Point = tuple[float, float]
Row = tuple[int, float, float, float]


def predict(w: Value, b: Value, x: float) -> Value:
    """The prediction."""
    return w * x + b


def mean_squared_loss(w: Value, b: Value, points: Sequence[Point]) -> Value:
    """The mean of the squared errors."""
    assert points, "no points"
    total: Value = Value(0.0)
    for x, y in points:
        total = total + (predict(w, b, x) - y).square()
    return total / len(points)


def gradients(w: float, b: float, points: Sequence[Point]) -> tuple[float, float]:
    """Both."""
    dw: float = sum(2 * (w * x + b - y) * x for x, y in points) / len(points)
    db: float = sum(2 * (w * x + b - y) for x, y in points) / len(points)
    return dw, db


def update(parameters: Iterable[Value], lr: float) -> None:
    """One step."""
    for parameter in parameters:
        parameter.data += -lr * parameter.grad


def train(w: Value, b: Value, points: Sequence[Point], lr: float = 0.1, steps: int = 10) -> list[Row]:
    """The loop."""
    rows: list[Row] = []
    for step in range(steps):
        loss: Value = mean_squared_loss(w, b, points)
        rows.append((step, float(w.data), float(b.data), float(loss.data)))
        loss.backward()
        update([w, b], lr)
        w.grad = b.grad = 0.0
    return rows


# --- Given: the points of the lesson. valley.py draws what your loop does with them ---------

if __name__ == "__main__":
    from valley import show

    points = [(-1.0, -2.0), (0.0, 1.0), (1.0, 2.0), (2.0, 3.0)]
    show(train, Value(-1.0), Value(3.0), points, lr=0.1, steps=10)  # play with lr and steps here
