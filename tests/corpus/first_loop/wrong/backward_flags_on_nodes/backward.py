def backward(self):
    nodes = []

    def add(node):
        if getattr(node, "done", False):
            return
        node.done = True
        for child in node._prev:
            add(child)
        nodes.insert(0, node)

    add(self)
    self.grad = 1.0
    for node in nodes:
        node._backward()
