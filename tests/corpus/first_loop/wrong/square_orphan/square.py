def square(self):
    """x -> x**2"""
    squared = Value(self.data**2)

    def _backward():
        self.grad += 2 * self.data * squared.grad

    squared._backward = _backward
    return squared
