def train(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        rows.append((step, w.data, b.data, mean_squared_loss(w, b, points).data))
        w.grad, b.grad = gradients(w.data, b.data, points)
        update([w, b], lr)
        w.grad, b.grad = 0.0, 0.0
    return rows
