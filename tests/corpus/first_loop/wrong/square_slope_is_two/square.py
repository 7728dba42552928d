def square(self):
    out = Value(self.data**2, (self,), "square")

    def _backward():
        # d(x^2) = 2
        self.grad += 2 * out.grad

    out._backward = _backward
    return out
