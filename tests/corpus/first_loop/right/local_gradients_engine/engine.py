"""Every node keeps its parents together with its slope towards each of them."""


class Value:
    __slots__ = ("data", "grad", "parents", "name")

    def __init__(self, data, children=(), op=""):
        self.data = data
        self.grad = 0.0
        self.parents = [c if isinstance(c, tuple) else (c, 1.0) for c in children]
        self.name = op

    def __repr__(self):
        return f"<{self.data:.4g} grad={self.grad:.4g}>"

    @staticmethod
    def of(x):
        return x if isinstance(x, Value) else Value(x)

    def __add__(self, other):
        other = Value.of(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)], "+")

    def __sub__(self, other):
        other = Value.of(other)
        return Value(self.data - other.data, [(self, 1.0), (other, -1.0)], "-")

    def __mul__(self, other):
        other = Value.of(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)], "*")

    def __rsub__(self, other):
        return Value.of(other) - self

    __radd__ = __add__
    __rmul__ = __mul__

    def square(self):
        return Value(self.data * self.data, [(self, 2 * self.data)], "sq")

    def backward(self):
        order, seen = [], set()

        def visit(v):
            if id(v) not in seen:
                seen.add(id(v))
                for p, _ in v.parents:
                    visit(p)
                order.append(v)

        visit(self)
        self.grad = 1.0
        for v in reversed(order):
            for p, slope in v.parents:
                p.grad += slope * v.grad
