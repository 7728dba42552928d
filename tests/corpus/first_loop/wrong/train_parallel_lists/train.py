def train(w, x, y, lr=0.1, steps=10):
    steps_, ws, losses = [], [], []
    for step in range(steps):
        loss = squared_loss(w, x, y)
        steps_.append(step)
        ws.append(w.data)
        losses.append(loss.data)
        loss.backward()
        update(w, lr)
        w.grad = 0.0
    return steps_, ws, losses
