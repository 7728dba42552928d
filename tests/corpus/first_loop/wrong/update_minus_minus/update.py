def update(w, lr):
    delta = -lr * w.grad
    w.data -= delta
