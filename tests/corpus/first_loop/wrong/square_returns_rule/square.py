def square(self):
    out = Value(self.data ** 2, (self,), "square")
    def _backward():
        self.grad += 2 * self.data * out.grad
    out._backward = _backward
    return _backward
