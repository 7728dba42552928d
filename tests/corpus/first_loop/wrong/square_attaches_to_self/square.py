def square(self):
    out = Value(self.data**2, (self,), "square")

    def _backward():
        self.grad += 2 * self.data * out.grad

    self._backward = _backward
    return out
