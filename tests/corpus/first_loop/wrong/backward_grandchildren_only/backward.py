def backward(self):
    self.grad = 1.0
    self._backward()
    for child in self._prev:
        child._backward()
        for grandchild in child._prev:
            grandchild._backward()
