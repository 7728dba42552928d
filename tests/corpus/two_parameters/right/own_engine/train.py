def train(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        loss.backward()
        rows.append((step, w.data, b.data, loss.data))
        update([w, b], lr)
        w.zero()
        b.zero()
    return rows
