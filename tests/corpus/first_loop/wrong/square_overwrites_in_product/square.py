def square(self):
    out = Value(self.data * self.data, (self, self), "*")

    def _backward():
        self.grad = self.data * out.grad
        self.grad = self.data * out.grad

    out._backward = _backward
    return out
