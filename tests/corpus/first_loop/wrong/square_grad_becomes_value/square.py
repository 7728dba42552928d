def square(self):
    out = Value(self.data**2, (self,), "square")

    def _backward():
        self.grad = self.grad + self * 2 * out.grad

    out._backward = _backward
    return out
