def train(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        loss.backward()
        update([w, b], lr)
        w.grad = b.grad = 0.0
        rows.append((step, w.data, b.data, mean_squared_loss(w, b, points).data))
    return rows
