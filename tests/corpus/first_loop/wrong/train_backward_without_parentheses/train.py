def train(w, x, y, lr=0.1, steps=10):
    rows = []
    step = 0
    while step < steps:
        w.grad = 0.0
        error = squared_loss(w, x, y)
        rows.append((step, w.data, error.data))
        error.backward
        update(w, lr)
        step += 1
    return rows
