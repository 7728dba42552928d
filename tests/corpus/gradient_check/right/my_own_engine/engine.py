"""My engine of the last two weeks, with the new operations of this week."""


class Value:
    def __init__(self, data, parents=()):
        self.data = data
        self.grad = 0.0
        self._prev = tuple(p for p, _ in parents)
        self.parents = tuple(parents)  # (Value, local slope)

    def __repr__(self):
        return f"<{self.data} grad {self.grad}>"

    @staticmethod
    def wrap(x):
        return x if isinstance(x, Value) else Value(x)

    def __add__(self, other):
        other = Value.wrap(other)
        return Value(self.data + other.data, [(self, 1.0), (other, 1.0)])

    def __radd__(self, other):
        return self + other

    def __neg__(self):
        return Value(-self.data, [(self, -1.0)])

    def __sub__(self, other):
        other = Value.wrap(other)
        return Value(self.data - other.data, [(self, 1.0), (other, -1.0)])

    def __rsub__(self, other):
        return Value.wrap(other) - self

    def __mul__(self, other):
        other = Value.wrap(other)
        return Value(self.data * other.data, [(self, other.data), (other, self.data)])

    def __rmul__(self, other):
        return self * other

    def __truediv__(self, other):
        other = Value.wrap(other)
        return Value(self.data / other.data, [(self, 1 / other.data), (other, -self.data / other.data**2)])

    def __rtruediv__(self, other):
        return Value.wrap(other) / self

    def __pow__(self, n):
        slope = n * self.data ** (n - 1) if n != 0 else 0.0
        return Value(self.data**n, [(self, slope)])

    def square(self):
        return Value(self.data**2, [(self, 2 * self.data)])

    def relu(self):
        return Value(max(0.0, self.data), [(self, 1.0 if self.data > 0 else 0.0)])

    def backward(self):
        uses, todo, known = {}, [self], {id(self)}
        while todo:
            node = todo.pop()
            for parent, _ in node.parents:
                uses[id(parent)] = uses.get(id(parent), 0) + 1
                if id(parent) not in known:
                    known.add(id(parent))
                    todo.append(parent)
        arrived = {id(self): 1.0}
        ready = [self]
        while ready:
            node = ready.pop()
            share = arrived[id(node)]
            node.grad = 1.0 if node is self else node.grad + share
            for parent, slope in node.parents:
                arrived[id(parent)] = arrived.get(id(parent), 0.0) + slope * share
                uses[id(parent)] -= 1
                if uses[id(parent)] == 0:
                    ready.append(parent)


def zero_grad(values):
    for value in values:
        value.grad = 0.0
