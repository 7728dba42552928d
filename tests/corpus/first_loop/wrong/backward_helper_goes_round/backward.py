def backward(self):
    topo = []
    visited = set()
    def build(v):
        for child in self._prev:
            build(child)
        topo.append(v)
    build(self)
    self.grad = 1.0
    for v in reversed(topo):
        v._backward()
