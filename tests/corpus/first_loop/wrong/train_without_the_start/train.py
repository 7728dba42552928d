def train(w, x, y, lr=0.1, steps=10):
    history = []
    for i in range(steps):
        error = squared_loss(w, x, y)
        if i > 0:
            history.append((i, w.data, error.data))
        error.backward()
        update(w, lr)
        w.grad = 0
    return history
