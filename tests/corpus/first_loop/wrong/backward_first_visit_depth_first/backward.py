def backward(self):
    seen = set()

    def go(node):
        if id(node) in seen:
            return
        seen.add(id(node))
        node._backward()
        for child in node._prev:
            go(child)

    self.grad = 1.0
    go(self)
