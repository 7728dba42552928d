def update(w, lr):
    step = w.grad
    w.data = w.data - step
