def train(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = squared_loss(w, x, y)
        rows.append((step, round(w.data, 3), round(loss.data, 3)))
        loss.backward()
        update(w, lr)
        w.grad = 0.0
    return rows
