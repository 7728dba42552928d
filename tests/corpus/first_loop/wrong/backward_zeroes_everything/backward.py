def backward(self):
    order = []
    seen = set()

    def visit(v):
        if v in seen:
            return
        seen.add(v)
        v.grad = 0.0  # start clean
        for child in v._prev:
            visit(child)
        order.append(v)

    visit(self)
    self.grad = 1.0
    for v in reversed(order):
        v._backward()
