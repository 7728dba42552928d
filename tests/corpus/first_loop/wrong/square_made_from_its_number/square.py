def square(self):
    x = self.data
    out = Value(x * x, [x], "square")

    def _backward():
        self.grad = self.grad + 2 * x * out.grad

    out._backward = _backward
    return out
