def update(parameters, lr):
    for p in parameters: p = p - lr * p.grad
