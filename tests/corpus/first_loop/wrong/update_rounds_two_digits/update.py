def update(w, lr):
    step = lr * w.grad
    w.data = round(w.data - step, 2)  # 1.64, not 1.6400000000000001
