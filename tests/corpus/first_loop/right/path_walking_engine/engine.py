class Value:
    """Sends a gradient back along every path; no list, no order."""

    def __init__(self, data, children=(), op=""):
        self.data = data
        self.grad = 0
        self._prev = children
        self._op = op
        self._send = lambda g: None

    def __repr__(self):
        return "Value(%r)" % self.data

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data + other.data, (self, other), "+")
        out._send = lambda g: (self._receive(g), other._receive(g))
        return out

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data * other.data, (self, other), "*")
        out._send = lambda g: (self._receive(g * other.data), other._receive(g * self.data))
        return out

    def __sub__(self, other):
        return self + other * -1 if isinstance(other, Value) else self + -other

    def __rsub__(self, other):
        return self * -1 + other

    __radd__ = __add__
    __rmul__ = __mul__

    def square(self):
        out = Value(self.data * self.data, (self,), "square")
        out._send = lambda g: self._receive(2 * self.data * g)
        return out

    def _receive(self, g):
        self.grad += g
        self._send(g)

    def backward(self):
        self._receive(1)
