def train(w, x, y, lr=0.1, steps=10):
    rows = []
    speed = 0.0
    for step in range(steps):
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss.data))
        loss.backward()
        speed = 0.5 * speed + w.grad
        w.data -= lr * speed
        w.grad = 0.0
    return rows
