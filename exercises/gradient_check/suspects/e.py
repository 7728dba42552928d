"""Suspect e. As handed out: leave it as it is."""

TAPE = []  # every operation of the program, in the order in which it happened


class Value:
    def __init__(self, data):
        self.data = data
        self.grad = 0.0

    @classmethod
    def record(cls, data, undo):
        out = cls(data)
        TAPE.append((out, undo))
        return out

    @classmethod
    def wrap(cls, number):
        return number if isinstance(number, cls) else cls(number)

    def __add__(self, other):
        other = Value.wrap(other)

        def undo(arrived):
            self.grad += arrived
            other.grad += arrived

        return Value.record(self.data + other.data, undo)

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-Value.wrap(other))

    def __mul__(self, other):
        other = Value.wrap(other)

        def undo(arrived):
            self.grad += arrived * other.data
            other.grad += arrived * self.data

        return Value.record(self.data * other.data, undo)

    def square(self):
        return self * self

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return Value.wrap(other) - self

    def backward(self):
        for made, _ in TAPE:
            made.grad = 0.0
        self.grad = 1.0
        for made, undo in reversed(TAPE):
            if made.grad:
                undo(made.grad)
        TAPE.clear()
