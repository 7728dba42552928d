def update(parameters, lr):
    w, b = parameters
    w.data -= lr * w.grad
    b.data -= lr * b.grad
