"""A working engine and loop, for wrong models to be put into: one mistake at a time."""

kept = tuple  # makes the collection in which a Value keeps its children


class Value:
    def __init__(self, data, children=(), op=""):
        self.data = data
        self.grad = 0.0
        self._prev = kept(children)
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

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other):
        return Value(other) - self

    def square(self):
        return self * self

    def backward(self):
        self.grad = 1.0
        for node in reversed(in_order(self)):
            node._backward()


def in_order(root):
    """`root` and all behind it, once each: children before what was made from them."""
    order, seen = [], set()

    def visit(node):
        if node not in seen:
            seen.add(node)
            for child in node._prev:
                visit(child)
            order.append(node)

    visit(root)
    return order


def valued(number):
    """A Value, whether or not it was one before."""
    return number if isinstance(number, Value) else Value(number)


def squared_loss(w, x, y):
    return (w * x - y).square()


def update(w, lr):
    w.data -= lr * w.grad


def train(w, x, y, lr=0.1, steps=10):
    return [_turn(step, w, x, y, lr) for step in range(steps)]


def _turn(step, w, x, y, lr):
    loss = squared_loss(w, x, y)
    row = (step, w.data, loss.data)
    loss.backward()
    update(w, lr)
    w.grad = 0.0
    return row
