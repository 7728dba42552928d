def backward(self):
    order = []

    def walk(v):
        for c in v._prev:
            walk(c)
        order.append(v)

    walk(self)
    self.grad = 1.0
    for v in order[::-1]:
        v._backward()
