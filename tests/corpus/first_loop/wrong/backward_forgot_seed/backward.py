def backward(self):
    nodes = []
    done = []

    def collect(n):
        if any(n is d for d in done):
            return
        done.append(n)
        for c in n._prev:
            collect(c)
        nodes.append(n)

    collect(self)
    while nodes:
        nodes.pop()._backward()
