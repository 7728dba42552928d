"""Loss, step, loop."""

from typing import NamedTuple

from engine import Value


class Row(NamedTuple):
    step: int
    w: float
    loss: float


def squared_loss(w, x, y):
    return (Value.lift(w) * x - y) ** 2


def update(w: Value, lr: float) -> Value:
    w.data -= lr * w.grad
    return w


def train(w, x, y, lr=0.1, steps=10):
    def turn(step):
        loss = squared_loss(w, x, y)
        row = Row(step, float(w.data), float(loss.data))
        loss.backward()
        update(w, lr).grad = 0.0
        return row

    return tuple(turn(step) for step in range(steps))


if __name__ == "__main__":
    for row in train(Value(-1), 2, 4):
        print(*row, sep="\t")
