def backward(self):
    visited = set()

    def dfs(v):
        if v not in visited:
            visited.add(v)
            for child in v._prev:
                dfs(child)
            v._backward()

    self.grad = 1
    dfs(self)
