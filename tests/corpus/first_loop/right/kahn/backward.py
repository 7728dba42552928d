def backward(self):
    # count how many parents still have to report to each node
    waiting = {}
    stack = [self]
    seen = {id(self)}
    while stack:
        node = stack.pop()
        for child in node._prev:
            waiting[id(child)] = waiting.get(id(child), 0) + 1
            if id(child) not in seen:
                seen.add(id(child))
                stack.append(child)
    self.grad = 1.0
    ready = [self]
    while ready:
        node = ready.pop()
        node._backward()
        for child in node._prev:
            waiting[id(child)] -= 1
            if waiting[id(child)] == 0:
                ready.append(child)
