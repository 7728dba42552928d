"""A working engine, losses and loops, for wrong models to be put into: one mistake at a time."""

# Wrong models may want these.
import math  # noqa: F401
import statistics  # noqa: F401


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

    def __pow__(self, exponent):
        out = Value(self.data**exponent, (self,), "**")

        def _backward():  # not before: at 0 a root has no slope, and fails going backward
            if exponent != 0:
                self.grad += exponent * self.data ** (exponent - 1) * out.grad

        out._backward = _backward
        return out

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other):
        return Value(other) - self

    def __rtruediv__(self, other):
        return Value(other) / self

    def __neg__(self):
        return self * -1

    def square(self):
        return self._made(self.data * self.data, "square", [(self, 2 * self.data)])

    def abs(self):
        out = Value(abs(self.data), (self,), "abs")

        def _backward():
            self.grad += (1.0 if self.data > 0 else -1.0) * out.grad

        out._backward = _backward
        return out

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


def squared_loss(w, x, y):
    return (w * x - y).square()


def absolute_loss(w, x, y):
    return (w * x - y).abs()


def mean_absolute_loss(b, ys):
    total = 0.0
    for y in ys:
        total = total + (b - y).abs()
    return total / len(ys)


def mean_squared_loss(b, ys):
    total = 0.0
    for y in ys:
        total = total + (b - y).square()
    return total / len(ys)


def train(parameter, loss, lr, steps):
    return [_turn(step, parameter, loss, lr) for step in range(steps)]


def train_with_decay(parameter, loss, lr, decay, steps):
    return [_turn(step, parameter, loss, lr / (1 + decay * step)) for step in range(steps)]


def _turn(step, parameter, loss, lr):
    here = loss(parameter)
    row = (step, parameter.data, here.data)
    here.backward()
    parameter.data -= lr * parameter.grad
    parameter.grad = 0.0
    return row
