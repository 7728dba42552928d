def backward(self):
    done = set()

    def go(v):
        done.add(v)
        v._backward()
        for child in set(v._prev) - done:
            go(child)

    self.grad = 1.0
    go(self)
