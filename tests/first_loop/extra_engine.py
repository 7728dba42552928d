"""Operators and helpers that students often add to their engine, for the working engine that replaces it.

A right `squared_loss` may say `(w * x - y) ** 2`, with the student's own `**`. It must not fail because the
engine that replaces a broken one has only what the lesson asks for.
"""


def extend(Value):
    """Give the class operators and helpers that the lesson does not ask for."""

    def power(self, exponent):
        out = Value(self.data**exponent, (self,), "**")

        def _backward():
            self.grad += exponent * self.data ** (exponent - 1) * out.grad

        out._backward = _backward
        return out

    def zero_grad(self):
        self.grad = 0.0

    Value.__pow__ = Value.pow = power
    Value.__neg__ = lambda self: self * -1
    Value.__truediv__ = lambda self, other: self * (other**-1)
    Value.__rtruediv__ = lambda self, other: other * self**-1
    Value.zero_grad = zero_grad


extend(Value)  # noqa: F821  this text stands below the working engine
