def update(w, lr):
    w.data -= 2 * lr * w.grad
