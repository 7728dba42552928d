def backward(self):
    topo = []
    visited = set()

    def build_topo(node):
        if node not in visited:
            visited.add(node)
            for child in node._prev:
                build_topo(child)
            topo.append(self)

    build_topo(self)
    self.grad = 1.0
    for node in reversed(topo):
        node._backward()
