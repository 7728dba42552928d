def backward(self):
    self.grad = 1
    self._backward()
    for child in self._prev:
        child.backward()
