topo = []

def backward(self):
    seen = set()

    def build(v):
        if v not in seen:
            seen.add(v)
            for c in v._prev:
                build(c)
            Value.topo.append(v)

    build(self)
    self.grad = 1.0
    for v in reversed(Value.topo):
        v._backward()
