def update(w, lr):
    direction = 1 if w.grad > 0 else -1
    w.data -= lr * direction
