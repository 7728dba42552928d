def train(w, x, y, lr=0.1, steps=10):
    loss = squared_loss(w, x, y)
    losses, ws = [], []
    for step in range(steps):
        losses.append(loss.data)
        ws.append(w.data)
        loss.backward()
        w.data -= lr * w.grad
        w.grad = 0.0
        loss.grad = 0.0
    return list(zip(range(steps), ws, losses))
