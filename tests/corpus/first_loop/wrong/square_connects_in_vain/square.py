def square(self):
    out = Value(self.data**2, (), "square")

    def _backward():
        self.grad += out.grad * 2 * self.data

    out._backward = _backward
    return out
