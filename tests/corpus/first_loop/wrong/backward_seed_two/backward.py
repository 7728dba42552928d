def backward(self):
    order, seen = [], set()

    def build(v):
        if v not in seen:
            seen.add(v)
            for c in v._prev:
                build(c)
            order.append(v)

    build(self)
    self.grad = 2.0
    for v in reversed(order):
        v._backward()
