def backward(self):
    nodes = []

    def collect(v):
        nodes.append(v)
        for c in v._prev:
            if c not in nodes:
                collect(c)

    collect(self)
    self.grad = 1.0
    for v in nodes:
        v._backward()
