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
        # >>> solution
        # TODO: return a new Value that holds `self.data` squared, made from `self` by "square".
        # Its `_backward` hands the gradient on to `self`: the derivative of x² at x = self.data,
        # times the gradient that has arrived at the new Value.
        # Constraint: `self` may be used elsewhere too; what its grad already holds must survive.

        out = Value(self.data**2, (self,), "square")

        return out
        # <<< stub: raise NotImplementedError("square in engine.py is still to do")

    def backward(self):
        """Add to the grad of every Value behind this one how fast this one grows with it."""
        # >>> solution
        # TODO: set this Value's own grad (how fast does a number grow with itself?), then call
        # `_backward` on it and on every Value behind it, in an order that works.
        # Constraints: every `_backward` runs exactly once, and only after those of all Values
        # made from it. Whatever a leaf's grad held before stays in the sum: add, never clear.

        order, seen = [], set()

        def visit(node):
            if node not in seen:
                seen.add(node)
                for child in node._prev:
                    visit(child)
                order.append(node)  # after everything it was made from

        visit(self)
        self.grad = 1.0
        for node in reversed(order):
            if node._op == "square":
                (x,) = node._prev
                x.grad += 2 * x.data * node.grad
            else:
                node._backward()
        # <<< stub: raise NotImplementedError("backward in engine.py is still to do")
