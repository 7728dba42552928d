def train(w, x, y, lr=0.1, steps=10):
    rows = []
    for i in range(steps):
        loss = squared_loss(w, x, y)
        rows.append((i, w.data, loss.data))
        loss.backward()
        update(w, lr)
        w.data = 0
    return rows
