def abs(self):
    out = Value(abs(self.data), (self,), "abs")

    def _backward():
        self.grad += self.data / abs(self.data) * out.grad

    out._backward = _backward
    return out
