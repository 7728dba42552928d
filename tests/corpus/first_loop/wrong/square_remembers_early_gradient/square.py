def square(self):
    out = Value(self.data**2, (self,), "square")
    incoming = out.grad

    def _backward():
        self.grad += 2 * self.data * incoming

    out._backward = _backward
    return out
