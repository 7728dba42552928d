def square(self):
    out = Value(self.data ** 2, (self,), "square")
    def _backward():
        self.grad += 2.0 * self.data * out.grad
    return out
