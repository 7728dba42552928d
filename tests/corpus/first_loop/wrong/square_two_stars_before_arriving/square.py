def square(self):
    result = Value(self.data * self.data, (self,), "square")

    def push():
        self.grad += (2 * self.data) ** result.grad

    result._backward = push
    return result
