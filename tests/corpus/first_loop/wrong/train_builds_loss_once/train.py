def train(w, x, y, lr=0.1, steps=10):
    loss = squared_loss(w, x, y)
    rows = []
    for step in range(steps):
        rows += [(step, w.data, loss.data)]
        loss.backward()
        update(w, lr)
        w.grad = 0.0
    return rows
