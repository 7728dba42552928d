"""A scalar autograd engine. It is given, but for one method: `abs` is yours (lesson.md, minutes 25–40).

A Value is a number that remembers how it was made. Computing with Values draws a graph;
`backward` walks it from a result to its beginnings and leaves in every `.grad` how fast the
result grows when that number grows. Values and plain numbers may be mixed.

    >>> a = Value(3.0)
    >>> result = (a * 2 - 1).square() / 5
    >>> result.backward()
    >>> result.data, a.grad
    (5.0, 4.0)

`backward` adds to what a `.grad` holds already, so it is for you to set it back to 0.
"""


class Value:
    def __init__(self, data, children=(), op=""):
        self.data = data  # the number
        self.grad = 0.0  # d(result)/d(this number); backward passes add to it
        self._prev = tuple(children)  # the Values it was made from
        self._op = op  # the name of the operation that made it
        self._backward = lambda: None  # hands its grad on to the Values it was made from

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data + other.data, (self, other), "+")

        def _backward():
            self.grad += out.grad
            other.grad += out.grad

        out._backward = _backward
        return out

    def __sub__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data - other.data, (self, other), "-")

        def _backward():
            self.grad += out.grad
            other.grad -= out.grad

        out._backward = _backward
        return out

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data * other.data, (self, other), "*")

        def _backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out._backward = _backward
        return out

    def __pow__(self, exponent):
        """This Value to the power of a plain number."""
        out = Value(self.data**exponent, (self,), "**")

        def _backward():
            if exponent != 0:  # x⁰ is 1 everywhere: no slope, at 0 neither
                self.grad += exponent * self.data ** (exponent - 1) * out.grad

        out._backward = _backward
        return out

    def square(self):
        """This Value times itself, as one operation."""
        out = Value(self.data * self.data, (self,), "square")

        def _backward():
            self.grad += 2 * self.data * out.grad

        out._backward = _backward
        return out

    def abs(self):
        """How far this Value is from 0, as one operation: a new Value that is never negative."""
        out = Value(abs(self.data), (self,), "abs")
        slope = (self.data > 0) - (self.data < 0)

        def _backward():
            self.grad += slope * out.grad

        out._backward = _backward
        return out

    def __neg__(self):
        return self * -1

    def __truediv__(self, other):
        return self * other**-1

    def __rsub__(self, other):
        return Value(other) - self

    def __rtruediv__(self, other):
        return Value(other) / self

    __abs__ = abs
    __radd__ = __add__
    __rmul__ = __mul__

    def backward(self):
        """Add to the grad of every Value behind this one how fast this one grows with it."""
        order, seen, waiting = [], set(), [(self, False)]
        while waiting:
            node, complete = waiting.pop()
            if complete:
                order.append(node)  # after everything it was made from
            elif node not in seen:
                seen.add(node)
                waiting.append((node, True))
                waiting.extend((child, False) for child in node._prev)

        self.grad = 1.0
        for node in reversed(order):
            node._backward()
