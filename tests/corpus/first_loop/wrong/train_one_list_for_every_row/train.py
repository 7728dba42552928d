def train(w, x, y, lr=0.1, steps=10):
    table = []
    row = []
    for step in range(steps):
        loss = squared_loss(w, x, y)
        row.clear()
        row.extend([step, w.data, loss.data])
        table.append(row)
        loss.backward()
        update(w, lr)
        w.grad = 0.0
    return table
