def train(w, x, y, lr=0.1, steps=10):
    for step in range(steps):
        rows = []
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss.data))
        loss.backward()
        update(w, lr)
        w.grad = 0.0
    return rows
