def square(self):
    out = Value(self.data**2, (self,), "square")

    def _backward():
        slope = 2 * self.data
        out.grad = slope * out.grad

    out._backward = _backward
    return out
