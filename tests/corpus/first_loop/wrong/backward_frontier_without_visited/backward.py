def backward(self):
    self.grad = 1.0
    level = {self}
    while level:
        below = set()
        for v in level:
            v._backward()
            for child in v._prev:
                below.add(child)
        level = below
