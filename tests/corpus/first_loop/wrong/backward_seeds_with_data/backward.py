def backward(self):
    topo, visited = [], set()

    def build(v):
        if v not in visited:
            visited.add(v)
            [build(c) for c in v._prev]
            topo.append(v)

    build(self)
    self.grad = self.data
    [v._backward() for v in reversed(topo)]
