def backward(self, visited=set()):
    if not visited:
        self.grad = 1.0
    stack = [self]
    order = []

    def walk(v):
        visited.add(v)
        for c in v._prev:
            if c not in visited:
                walk(c)
        order.append(v)

    walk(self)
    for v in reversed(order):
        v._backward()
