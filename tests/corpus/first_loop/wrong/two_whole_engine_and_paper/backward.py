def backward(self):
    self._backward()
    for child in self._prev:
        child.backward()
