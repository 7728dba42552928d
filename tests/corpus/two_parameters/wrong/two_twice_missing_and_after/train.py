def train(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        loss.backward()
        update([w, b], lr)
        rows.append((step, w.data, b.data, loss.data))
        w.grad = 0
        b.grad = 0
    return rows
