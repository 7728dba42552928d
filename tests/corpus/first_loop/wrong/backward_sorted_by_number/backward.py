def backward(self):
    nodes = {self}
    frontier = [self]
    while frontier:
        node = frontier.pop()
        for c in node._prev:
            if c not in nodes:
                nodes.add(c)
                frontier.append(c)
    self.grad = 1.0
    for node in sorted(nodes, key=lambda n: n.data, reverse=True):
        node._backward()
