def update(parameters, lr):
    left = list(parameters)
    while left:
        p = left.pop()
        p.data = p.data * 1 - p.grad * lr
