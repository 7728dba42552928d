def update(w, lr):
    w = Value(w.data - lr * w.grad)
    return w
