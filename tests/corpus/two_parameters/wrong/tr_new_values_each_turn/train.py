def train(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        w = Value(w.data)
        b = Value(b.data)
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        update([w, b], lr)
    return rows
