"""A scalar autograd engine (lesson.md, minutes 25–45).

A Value is a number that remembers how it was made. Computing with Values draws a graph;
`backward` walks it from a result to its beginnings and leaves in every `.grad` how fast the
result grows when that number grows. Given: `+`, `−` and `*`. Yours: `square` and `backward`.
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
        out = Value(self.data * other.data, (self, other), "*")  # a result that knows its parents

        def _backward():
            # The local rule: a·b grows with a at the rate b, and with b at the rate a.
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out._backward = _backward  # stored for later: out.grad is not known yet
        return out

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other):
        return Value(other) - self

    def square(self):
        """This Value squared, as a new Value of the graph."""
        out = Value(self.data * self.data, (self,), "square")

        def _backward():
            self.grad += 2 * self.data * out.grad

        out._backward = _backward
        return out

    def backward(self):
        """Add to the grad of every Value behind this one how fast this one grows with it."""
        order = []
        seen = set()

        def collect(node):
            if node in seen:
                return
            seen.add(node)
            for child in node._prev:
                collect(child)
            order.append(node)

        collect(self)
        self.grad = 1.0
        for node in reversed(order):
            node._backward()
