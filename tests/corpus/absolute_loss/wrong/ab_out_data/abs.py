def abs(self):
    out = Value(abs(self.data), (self,), "abs")

    def _backward():
        self.grad += out.data * out.grad

    out._backward = _backward
    return out
