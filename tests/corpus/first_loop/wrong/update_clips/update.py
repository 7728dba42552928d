def update(w, lr):
    g = max(-1.0, min(1.0, w.grad))
    w.data -= lr * g
