def square(self):
    out = Value(2 * self.data, (self,), "square")

    def _backward():
        self.grad += 2 * out.grad

    out._backward = _backward
    return out
