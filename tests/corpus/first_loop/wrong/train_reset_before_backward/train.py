def train(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        w.grad = 0.0
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss.data))
        loss.backward()
        update(w, lr)
    return rows
