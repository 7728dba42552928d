def square(self):
    self.grad += 2 * self.data
    return Value(self.data * self.data, (self,), "square")
