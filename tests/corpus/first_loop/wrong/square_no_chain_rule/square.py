def square(self):
    y = Value(pow(self.data, 2), [self], "x^2")

    def _backward():
        d = 2 * self.data
        self.grad += d

    y._backward = _backward
    return y
