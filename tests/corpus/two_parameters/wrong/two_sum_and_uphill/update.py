def update(parameters, lr):
    for p in parameters:
        p.data += lr * p.grad
