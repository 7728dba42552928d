class Value:
    """My engine of session 1, with / and ** added."""

    def __init__(self, data, parents=()):
        self.data = data
        self.grad = 0
        self.parents = parents  # (Value, local slope)

    def __add__(self, o):
        o = self.wrap(o)
        return Value(self.data + o.data, [(self, 1), (o, 1)])

    def __sub__(self, o):
        o = self.wrap(o)
        return Value(self.data - o.data, [(self, 1), (o, -1)])

    def __mul__(self, o):
        o = self.wrap(o)
        return Value(self.data * o.data, [(self, o.data), (o, self.data)])

    def __truediv__(self, o):
        return self * self.wrap(o) ** -1

    def __pow__(self, n):
        return Value(self.data**n, [(self, n * self.data ** (n - 1) if n else 0)])

    def __neg__(self):
        return self * -1

    def __radd__(self, o):
        return self + o

    def __rmul__(self, o):
        return self * o

    def __rsub__(self, o):
        return -self + o

    def __rtruediv__(self, o):
        return self**-1 * o

    def square(self):
        return self * self

    @staticmethod
    def wrap(o):
        return o if isinstance(o, Value) else Value(o)

    def zero(self):
        self.grad = 0

    def backward(self):
        order = []

        def visit(v):
            if v not in order:
                for p, _ in v.parents:
                    visit(p)
                order.append(v)

        visit(self)
        self.grad = 1
        for v in order[::-1]:
            for p, slope in v.parents:
                p.grad += slope * v.grad
