def update(w, lr):
    new_w = w.data - lr * w.grad
    return new_w
