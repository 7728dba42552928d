def square(self):
    result = Value(self.data * self.data, (self,), "sq")

    def back():
        self.grad += self.data * result.grad

    result._backward = back
    return result
