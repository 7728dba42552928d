def square(self):
    out = Value(self.data * self.data, (self, 2), "square")

    def _backward():
        self.grad += out.grad * self.data * 2

    out._backward = _backward
    return out
