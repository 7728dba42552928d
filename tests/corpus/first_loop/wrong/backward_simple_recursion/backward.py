def backward(self, is_root=True):
    if is_root:
        self.grad = 1.0
    self._backward()
    for parent in self._prev:
        parent.backward(is_root=False)
