def backward(self):
    if self.grad == 0.0:
        self.grad = 1.0
    visited = set()
    self._backward()
    for child in self._prev:
        if child not in visited:
            child.backward()
            visited.add(child)
