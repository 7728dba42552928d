def backward(self):
    topo = []
    done = set()

    def build(v):
        if v in done:
            return
        done.add(v)
        for parent in v._prev:
            build(parent)
        topo.append(v)

    self.grad = 1.0
    for v in topo[::-1]:
        v._backward()
