def train(w, x, y, lr=0.1, steps=10):
    history = []
    for step in range(steps):
        loss = squared_loss(w.data, x, y)
        history.append((step, w.data, loss.data))
        loss.backward()
        update(w, lr)
        w.grad = 0.0
    return history
