"""Suspect b. As handed out: leave it as it is."""


class Value:
    def __init__(self, data, parents=()):
        self.data = data
        self.grad = 0.0
        self.parents = parents  # pairs: a Value, and how fast this one grows with it

    def __add__(self, other):
        other = lift(other)
        return Value(self.data + other.data, ((self, 1), (other, 1)))

    def __sub__(self, other):
        other = lift(other)
        return Value(self.data - other.data, ((self, 1), (other, -1)))

    def __mul__(self, other):
        other = lift(other)
        return Value(self.data * other.data, ((self, other.data), (other, self.data)))

    def square(self):
        return Value(self.data * self.data, ((self, self.data), (self, self.data)))

    def __radd__(self, other):
        return lift(other) + self

    def __rsub__(self, other):
        return lift(other) - self

    def __rmul__(self, other):
        return lift(other) * self

    def backward(self):
        self.grad = 1.0
        for node in in_order(self):
            for parent, rate in node.parents:
                parent.grad += rate * node.grad


def lift(number):
    return number if isinstance(number, Value) else Value(number)


def in_order(result):
    """Every Value behind `result`, each after everything that was made from it."""
    users = {}
    waiting = [result]
    while waiting:
        for parent, _ in waiting.pop().parents:
            if parent not in users:
                users[parent] = 0
                waiting.append(parent)
            users[parent] += 1
    ready = [result]
    while ready:
        node = ready.pop()
        yield node
        for parent, _ in node.parents:
            users[parent] -= 1
            if users[parent] == 0:
                ready.append(parent)
