def backward(self):
    topo = []
    seen = set()

    def build(v):
        if v not in seen:
            seen.add(v)
            topo.append(v)
            for c in v._prev:
                build(c)

    build(self)
    self.grad = 1.0
    for v in topo:
        v._backward()
