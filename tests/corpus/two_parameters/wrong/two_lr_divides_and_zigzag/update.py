def update(parameters, lr):
    for p in parameters:
        p.data -= p.grad / lr
