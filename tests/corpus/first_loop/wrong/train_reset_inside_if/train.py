def train(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = squared_loss(w, x, y)
        if step == 0:
            w.grad = 0.0
        loss.backward()
        rows.append((step, w.data, loss.data))
        update(w, lr)
    return rows
