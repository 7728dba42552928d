def backward(self):
    order = []

    def dfs(v):
        for c in v._prev:
            dfs(c)
        order.insert(0, v)

    dfs(self)
    self.grad = 1
    for v in order:
        v._backward()
