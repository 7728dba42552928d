def backward(self):
    self.grad = 1.0
    todo = [self]
    seen = set()
    while todo:
        v = todo.pop()
        if v in seen:
            continue
        seen.add(v)
        v._backward()
        for c in v._prev:
            todo.append(c)
