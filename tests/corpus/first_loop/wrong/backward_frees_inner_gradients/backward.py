def backward(self):
    nodes, seen = [], set()

    def collect(v):
        if id(v) not in seen:
            seen.add(id(v))
            for p in v._prev:
                collect(p)
            nodes.append(v)

    collect(self)
    self.grad = 1.0
    while nodes:
        v = nodes.pop()
        v._backward()
        if len(v._prev) > 0:  # only leaves keep theirs
            v.grad = 0.0
