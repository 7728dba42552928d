def abs(self):
    out = Value(self.abs(), (self,), "abs")

    def _backward():
        self.grad += out.grad if self.data > 0 else -out.grad

    out._backward = _backward
    return out
