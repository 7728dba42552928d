def backward(self):
    order, seen = [], set()

    def build(v):
        if v not in seen and v._op != "":
            seen.add(v)
            for c in v._prev:
                build(c)
            order.append(v)

    build(self)
    self.grad = 0.0
    for v in reversed(order):
        v._backward()
