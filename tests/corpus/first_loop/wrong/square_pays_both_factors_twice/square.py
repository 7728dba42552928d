def square(self):
    # x**2 is x times x, so there are two children
    out = Value(self.data * self.data, (self, self), "*")

    def _backward():
        for child in (self, self):
            child.grad += 2 * child.data * out.grad

    out._backward = _backward
    return out
