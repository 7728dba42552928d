def square(self):
    out = Value(self.data * self.data, (self), "square")

    def _backward():
        self.grad += 2 * self.data * out.grad

    out._backward = _backward
    return out
