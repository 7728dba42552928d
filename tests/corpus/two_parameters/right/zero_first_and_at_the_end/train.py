def train(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        for p in (w, b): p.grad = 0.0
        loss = mean_squared_loss(w, b, points)
        loss.backward()
        rows.append((step, w.data, b.data, loss.data))
        w.data = w.data - lr * w.grad
        b.data = b.data - lr * b.grad
    w.grad = b.grad = 0.0
    return rows
