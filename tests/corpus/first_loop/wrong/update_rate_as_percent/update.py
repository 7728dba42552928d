def update(w, lr):
    w.data = w.data - w.grad * lr / 100
