def backward(self):
    topo = []
    done = []

    def build(v):
        if v in done:
            return
        done.append(self)
        for parent in v._prev:
            build(parent)
        topo.append(v)

    build(self)
    self.grad = 1.0
    while topo:
        topo.pop()._backward()
