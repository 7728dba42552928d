"""A working engine, regression and table, for wrong models to be put into: one mistake at a time."""

import math  # noqa: F401  a wrong model may want it

POINTS = [(-1.0, -2.0), (0.0, 1.0), (1.0, 2.0), (2.0, 3.0)]


class Value:
    def __init__(self, data, children=(), op=""):
        self.data = data
        self.grad = 0.0
        self._prev = tuple(children)
        self._op = op
        self._backward = lambda: None

    def _made(self, data, op, slopes):
        """A new Value that hands its gradient on to each (child, slope) of `slopes`."""
        out = Value(data, [child for child, _ in slopes], op)

        def _backward():
            for child, slope in slopes:
                child.grad += slope * out.grad

        out._backward = _backward
        return out

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return self._made(self.data + other.data, "+", [(self, 1.0), (other, 1.0)])

    def __sub__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return self._made(self.data - other.data, "-", [(self, 1.0), (other, -1.0)])

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return self._made(self.data * other.data, "*", [(self, other.data), (other, self.data)])

    def __truediv__(self, other):
        return self * other**-1

    def __pow__(self, power):
        return self._made(self.data**power, "**", [(self, power * self.data ** (power - 1))])

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other):
        return Value(other) - self

    def __rtruediv__(self, other):
        return Value(other) / self

    def __neg__(self):
        return self * -1

    def square(self):
        return self * self

    def backward(self):
        order, seen = [], set()

        def visit(node):
            if node not in seen:
                seen.add(node)
                for child in node._prev:
                    visit(child)
                order.append(node)

        visit(self)
        self.grad = 1.0
        for node in reversed(order):
            node._backward()


def predict(w, b, x):
    return w * x + b


def mean_squared_loss(w, b, points):
    total = 0
    for x, y in points:
        total = total + (predict(w, b, x) - y).square()
    return total / len(points)


def gradients(w, b, points):
    dw = sum(2 * (w * x + b - y) * x for x, y in points) / len(points)
    db = sum(2 * (w * x + b - y) for x, y in points) / len(points)
    return dw, db


def update(parameters, lr):
    for parameter in parameters:
        parameter.data -= lr * parameter.grad


def train(w, b, points, lr=0.1, steps=10):
    return [_turn(step, w, b, points, lr) for step in range(steps)]


def _turn(step, w, b, points, lr):
    loss = mean_squared_loss(w, b, points)
    row = (step, w.data, b.data, loss.data)
    loss.backward()
    update([w, b], lr)
    w.grad = 0.0
    b.grad = 0.0
    return row


def loss_at(w, b, points):
    """The loss as a plain number, for plain numbers."""
    return sum((w * x + b - y) ** 2 for x, y in points) / len(points)


def loss_table(ws, bs, points):
    return [[loss_at(w, b, points) for w in ws] for b in bs]
