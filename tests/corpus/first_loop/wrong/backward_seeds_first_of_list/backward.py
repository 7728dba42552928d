def backward(self):
    topo = []

    def build(v):
        if v not in topo:
            for parent in v._prev:
                build(parent)
            topo.append(v)

    build(self)
    topo[0].grad = 1.0
    topo.reverse()
    for v in topo:
        v._backward()
