def backward(self):
    self.grad = 1.0
    stack = [self]
    while stack:
        top = stack[-1]
        del stack[-1]
        top._backward()
        stack += [c for c in top._prev if c not in stack]
