def train(w, x, y, lr=0.1, steps=10):
    rows = []
    step = 0
    loss = squared_loss(w, x, y)
    while step < steps and loss.data > 1e-4:
        rows.append((step, w.data, loss.data))
        loss.backward()
        update(w, lr)
        w.grad = 0.0
        loss = squared_loss(w, x, y)
        step += 1
    return rows
