def update(w, lr):
    return w.data - lr * w.grad
