"""My own engine. I know these from my C++ course, so: a small fixed object, and no recursion."""

from __future__ import annotations

import math


class Value:
    __slots__ = ("data", "grad", "label", "parents", "pull")

    def __init__(self, data, children=(), op=""):
        self.data = data
        self.grad = 0.0
        self.parents = tuple(children)
        self.label = op
        self.pull = None  # takes this node's gradient, gives one gradient for each parent

    @staticmethod
    def lift(x) -> Value:
        return x if isinstance(x, Value) else Value(x)

    def _made(self, data, parents, label, pull) -> Value:
        out = Value(data, parents, label)
        out.pull = pull
        return out

    def __add__(self, other):
        other = Value.lift(other)
        return self._made(self.data + other.data, (self, other), "+", lambda g: (g, g))

    def __mul__(self, other):
        other = Value.lift(other)
        return self._made(
            self.data * other.data, (self, other), "*", lambda g: (other.data * g, self.data * g)
        )

    def __pow__(self, n: int):
        return self._made(self.data**n, (self,), f"**{n}", lambda g: (n * self.data ** (n - 1) * g,))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -Value.lift(other)

    def __rsub__(self, other):
        return Value.lift(other) + -self

    def __truediv__(self, other):
        return self * Value.lift(other) ** -1

    __radd__ = __add__
    __rmul__ = __mul__

    def square(self):
        return self**2

    def exp(self):
        e = math.exp(self.data)
        return self._made(e, (self,), "exp", lambda g: (e * g,))

    def __repr__(self):
        return f"<{self.label or 'leaf'} {self.data:g} ∂{self.grad:g}>"

    def _sorted(self) -> list[Value]:
        done, order, stack = set(), [], [(self, 0)]
        while stack:
            node, k = stack.pop()
            if k == 0 and node in done:
                continue
            done.add(node)
            if k < len(node.parents):
                stack.append((node, k + 1))
                if node.parents[k] not in done:
                    stack.append((node.parents[k], 0))
            else:
                order.append(node)
        return order

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self._sorted()):
            g = arrived.pop(node, 0.0)
            node.grad += g
            if node.pull is not None:
                for parent, share in zip(node.parents, node.pull(g)):
                    arrived[parent] = arrived.get(parent, 0.0) + share
