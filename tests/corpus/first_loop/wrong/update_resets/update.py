def update(w, lr):
    w.data -= lr * w.grad
    w.grad = 0
