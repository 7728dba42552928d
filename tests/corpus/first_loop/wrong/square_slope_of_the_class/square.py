def square(self):
    out = Value(self.data**2, (self,), "square")
    Value.derivative = 2 * self.data

    def _backward():
        self.grad += Value.derivative * out.grad

    out._backward = _backward
    return out
