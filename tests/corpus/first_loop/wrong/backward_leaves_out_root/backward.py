def backward(self):
    topo, visited = [], set()

    def build(v):
        visited.add(v)
        for c in v._prev:
            if c not in visited:
                build(c)
        topo.append(v)

    build(self)
    self.grad = 1.0
    topo.pop()  # self is done already
    for v in reversed(topo):
        v._backward()
