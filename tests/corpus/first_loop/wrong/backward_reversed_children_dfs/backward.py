def backward(self):
    seen = set()

    def visit(v):
        if v in seen:
            return
        seen.add(v)
        v._backward()
        for c in reversed(list(v._prev)):
            visit(c)

    self.grad = 1.0
    visit(self)
