def backward(self):
    topo, visited = [], set()

    def build(v):
        if id(v) in visited:
            return
        visited.add(id(v))
        for c in v._prev:
            build(c)
        topo.append(v)

    build(self)
    self.grad = 1.0
    while topo:
        topo.pop(0)._backward()
