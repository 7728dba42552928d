def update(w, lr):
    """One step downhill; returns w so that calls can be chained."""
    step = -lr * w.grad
    w.data = w.data + step
    return w
