def backward(self):
    self.grad = 1.0
    v = self
    v._backward()
    while len(v._prev) > 0:
        *_, v = v._prev
        v._backward()
