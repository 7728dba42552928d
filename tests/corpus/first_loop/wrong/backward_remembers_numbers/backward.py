def backward(self):
    visited = set()
    topo = []

    def build(v):
        if v.data in visited:
            return
        visited.add(v.data)
        for child in v._prev:
            build(child)
        topo.append(v)

    build(self)
    self.grad = 1.0
    for v in reversed(topo):
        v._backward()
