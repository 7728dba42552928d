def backward(self):
    topo = []
    done = set()

    def build(v):
        if v not in done:
            done.add(v)
            for parent in v._prev:
                build(parent)
            topo.append(v)

    build(self)
    steps = []
    for v in topo[::-1]:
        steps.append(lambda: v._backward())
    self.grad = 1.0
    for step in steps:
        step()
