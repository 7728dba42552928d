class Value:
    def __init__(self, data, edges=(), op=""):
        self.data, self.grad = data, 0.0
        self.edges = edges
        self.op = op

    def __add__(self, o):
        o = o if isinstance(o, Value) else Value(o)
        return Value(self.data + o.data, [(self, 1), (o, 1)], "+")

    def __sub__(self, o):
        o = o if isinstance(o, Value) else Value(o)
        return Value(self.data - o.data, [(self, 1), (o, -1)], "-")

    def __mul__(self, o):
        o = o if isinstance(o, Value) else Value(o)
        return Value(self.data * o.data, [(self, o.data), (o, self.data)], "*")

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, o):
        return Value(o) - self

    def square(self):
        return Value(self.data * self.data, [(self, 2 * self.data)], "square")

    def _backward(self):
        for parent, rate in self.edges:
            parent.grad += rate * self.grad

    def backward(self):
        seen, order = set(), []

        def visit(v):
            if v in seen:
                return
            seen.add(v)
            for parent, _ in v.edges:
                visit(parent)
            order.append(v)

        visit(self)
        for v in reversed(order):
            v._backward()
