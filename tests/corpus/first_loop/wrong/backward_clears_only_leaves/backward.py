def backward(self):
    order, seen = [], set()

    def build(v):
        if v not in seen:
            seen.add(v)
            if not v._prev:
                v.grad = 0.0
            for c in v._prev:
                build(c)
            order.append(v)

    build(self)
    self.grad = 1.0
    for v in reversed(order):
        v._backward()
