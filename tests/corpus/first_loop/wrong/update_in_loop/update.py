def update(w, lr):
    steps = 10
    for _ in range(steps):
        w.data -= lr * w.grad
