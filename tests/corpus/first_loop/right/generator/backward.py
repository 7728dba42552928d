def backward(self):
    def post_order(node, seen):
        if node in seen:
            return
        seen.add(node)
        for child in node._prev:
            yield from post_order(child, seen)
        yield node

    nodes = list(post_order(self, set()))
    self.grad = 1.0
    while nodes:
        nodes.pop()._backward()
