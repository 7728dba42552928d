def square(self):
    out = Value(abs(self.data) ** 2, (self,), "square")
    size = abs(self.data)

    def _backward():
        self.grad += 2 * size * out.grad

    out._backward = _backward
    return out
