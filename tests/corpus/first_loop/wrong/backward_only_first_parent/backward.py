def backward(self):
    self.grad = 1.0
    current = self
    while True:
        current._backward()
        if not current._prev:
            break
        current = list(current._prev)[0]
