def abs(self):
    out = Value((self.data**2) ** 0.5, (self,), "abs")

    def _backward():
        self.grad += (self.data / out.data if out.data else 0) * out.grad

    out._backward = _backward
    return out
