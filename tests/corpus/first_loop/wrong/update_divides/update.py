def update(w, lr):
    w.data -= w.grad / lr
