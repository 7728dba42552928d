def square(self):
    out = Value(self.data * self.data, (self,), "²")

    def rule():
        self.grad = self.grad + out.grad * out.data * 2

    out._backward = rule
    return out
