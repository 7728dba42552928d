def square(self):
    n = 2
    result = Value(self.data**n, (self,), f"**{n}")

    def _backward():
        self.grad += self.data ** (n - 1) * result.grad

    result._backward = _backward
    return result
