def square(self):
    new = Value(self.data ** 2, (self,), "square")

    def backward_of_square():
        self.grad += 2 * self.data * new.grad

    backward_of_square()
    return new
