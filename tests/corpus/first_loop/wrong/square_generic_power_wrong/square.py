def power(self, n):
    out = Value(self.data**n, (self,), f"^{n}")

    def _backward():
        self.grad += n * self.data**n * out.grad

    out._backward = _backward
    return out

def square(self):
    return self.power(2)
