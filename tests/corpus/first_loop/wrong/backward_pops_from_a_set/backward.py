def backward(self):
    self.grad = 1.0
    waiting = {self}
    while waiting:
        node = waiting.pop()
        node._backward()
        waiting |= set(node._prev)
