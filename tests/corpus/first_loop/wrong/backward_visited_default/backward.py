def backward(self, visited=set()):
    topo = []

    def build(v):
        if v in visited:
            return
        visited.add(v)
        for c in v._prev:
            build(c)
        topo.append(v)

    build(self)
    self.grad = 1
    while topo:
        topo.pop()._backward()
