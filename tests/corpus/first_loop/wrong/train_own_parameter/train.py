def train(w, x, y, lr=0.1, steps=10):
    param = Value(w.data)
    rows = []
    for step in range(steps):
        loss = squared_loss(param, x, y)
        rows.append((step, param.data, loss.data))
        loss.backward()
        update(param, lr)
        param.grad = 0.0
    return rows
