def backward(self):
    self.grad = 1.0
    queue = [self]
    while queue:
        node = queue.pop(0)
        node._backward()
        queue.extend(node._prev)
