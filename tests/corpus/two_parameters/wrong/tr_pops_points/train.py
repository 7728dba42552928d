def train(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        x, y = points[step % len(points)]
        loss = (predict(w, b, x) - y).square()
        rows.append((step, w.data, b.data, mean_squared_loss(w, b, points).data))
        loss.backward()
        update([w, b], lr)
        w.grad = 0
        b.grad = 0
    return rows
