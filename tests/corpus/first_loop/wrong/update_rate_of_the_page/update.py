def update(w, lr):
    w.data = w.data - 0.02 * w.grad
