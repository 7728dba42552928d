def train(w, x, y, lr=0.1, steps=10):
    loss = squared_loss(w, x, y)
    loss.backward()
    rows = []
    for i in range(steps):
        rows.append((i, w.data, squared_loss(w, x, y).data))
        update(w, lr)
    w.grad = 0.0
    return rows
