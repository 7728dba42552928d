def backward(self):
    visited = set()

    def collect(v):
        if v not in visited:
            visited.add(v)
            for child in v._prev:
                collect(child)

    collect(self)
    self.grad = 1.0
    for v in visited:
        v._backward()
