def abs(self):
    sign = 1 if self.data > 0 else -1
    out = Value(self.data * sign, (self,), "abs")

    def _backward():
        self.grad += sign * out.grad

    out._backward = _backward
    return out
