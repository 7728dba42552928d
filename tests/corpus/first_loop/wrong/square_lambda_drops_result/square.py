def square(self):
    out = Value(self.data * self.data, (self,), "square")
    out._backward = lambda: out.grad * 2 * self.data
    return out
