def update(w, lr):
    w.data = Value(w.data) - lr * w.grad
