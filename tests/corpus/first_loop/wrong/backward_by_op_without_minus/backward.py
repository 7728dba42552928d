def backward(self):
    order, done = [], []

    def collect(v):
        if v not in done:
            done.append(v)
            for c in v._prev:
                collect(c)
            order.insert(0, v)

    collect(self)
    self.grad = 1.0
    for v in order:
        if v._op == "+":
            v._backward()
        elif v._op == "*":
            v._backward()
        elif v._op == "square":
            v._backward()
