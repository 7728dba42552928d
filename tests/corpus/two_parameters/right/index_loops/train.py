def train(w, b, points, lr=0.1, steps=10):
    rows = []
    step = 0
    while step < steps:
        loss = mean_squared_loss(w, b, points)
        row = (step, w.data, b.data, loss.data)
        loss.backward()
        update([w, b], lr)
        for p in [w, b]:
            p.grad = 0.0
        rows.append(row)
        step = step + 1
    return rows
