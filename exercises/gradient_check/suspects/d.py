"""Suspect d. As handed out: leave it as it is."""


class Value:
    def __init__(self, data, children=()):
        self.data = float(data)
        self.grad = 0.0
        self._children = list(children)

    def _spread(self):
        pass

    @staticmethod
    def _of(number):
        return number if isinstance(number, Value) else Value(number)

    def __add__(self, other):
        return Sum(self, self._of(other))

    def __radd__(self, other):
        return Sum(self._of(other), self)

    def __sub__(self, other):
        return Difference(self, self._of(other))

    def __rsub__(self, other):
        return Difference(self._of(other), self)

    def __mul__(self, other):
        return Product(self, self._of(other))

    def __rmul__(self, other):
        return Product(self._of(other), self)

    def square(self):
        return Square(self)

    def backward(self):
        order = []
        self._collect(order, set())
        self.grad = 1.0
        while order:
            order.pop()._spread()

    def _collect(self, order, known):
        if id(self) in known:
            return
        known.add(id(self))
        for child in self._children:
            child._collect(order, known)
        order.append(self)


class Sum(Value):
    def __init__(self, left, right):
        super().__init__(left.data + right.data, [left, right])

    def _spread(self):
        for child in self._children:
            child.grad += self.grad


class Difference(Value):
    def __init__(self, left, right):
        super().__init__(left.data - right.data, [left, right])

    def _spread(self):
        left, right = self._children
        left.grad = self.grad
        right.grad = -self.grad


class Product(Value):
    def __init__(self, left, right):
        super().__init__(left.data * right.data, [left, right])

    def _spread(self):
        left, right = self._children
        left.grad += self.grad * right.data
        right.grad += self.grad * left.data


class Square(Value):
    def __init__(self, child):
        super().__init__(child.data**2, [child])

    def _spread(self):
        (child,) = self._children
        child.grad += 2 * child.data * self.grad
