def train(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        w.grad, b.grad = 0.0, 0.0
        loss = mean_squared_loss(w, b, points)
        loss.backward()
        dw, db = w.grad, b.grad
        rows.append((step, w.data, b.data, loss.data))
        w.grad, b.grad = dw, db
        update([b, w], lr)
    w.grad, b.grad = 0.0, 0.0
    return rows
