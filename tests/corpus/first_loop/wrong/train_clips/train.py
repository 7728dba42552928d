def train(w, x, y, lr=0.1, steps=10):
    history = []
    for i in range(steps):
        loss = squared_loss(w, x, y)
        history.append((i, w.data, loss.data))
        loss.backward()
        if abs(w.grad) > 5:
            w.grad = 5.0 if w.grad > 0 else -5.0
        update(w, lr)
        w.grad = 0.0
    return history
