def update(w, lr):
    w.data = (w.data - lr) * w.grad
