"""Suspect c. As handed out: leave it as it is."""

from collections import deque


class Value:
    def __init__(self, data, made_from=(), hand_on=None):
        self.data = data
        self.grad = 0.0
        self.made_from = made_from
        self.hand_on = hand_on or (lambda arrived: ())

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, (self, other), lambda arrived: (arrived, arrived))

    def __sub__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data - other.data, (self, other), lambda arrived: (arrived, -arrived))

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        x, y = self.data, other.data
        return Value(x * y, (self, other), lambda arrived: (arrived * y, arrived * x))

    def square(self):
        return Value(self.data**2, (self,), lambda arrived: (2 * self.data * arrived,))

    def __radd__(self, other):
        return Value(other) + self

    def __rsub__(self, other):
        return Value(other) - self

    def __rmul__(self, other):
        return Value(other) * self

    def backward(self):
        self.grad = 1.0
        waiting = deque([self])
        seen = {self}
        while waiting:
            node = waiting.popleft()
            for child, share in zip(node.made_from, node.hand_on(node.grad), strict=False):
                child.grad += share
                if child not in seen:
                    seen.add(child)
                    waiting.append(child)
