def backward(self):
    self.grad = 1.0
    seen = set()
    frontier = {self}
    while frontier:
        following = set()
        for node in frontier:
            seen.add(node)
            node._backward()
            following.update(node._prev)
        frontier = following - seen
