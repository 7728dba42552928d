def train(w, x, y, lr=0.1, steps=10):
    history = []
    for k in range(steps):
        w.grad = 0.0
        squared_loss(w, x, y).backward()
        update(w, lr)
        history.append((k, w.data, squared_loss(w, x, y).data))
    w.grad = 0.0
    return history
