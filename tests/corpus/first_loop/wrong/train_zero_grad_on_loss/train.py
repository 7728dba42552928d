def train(w, x, y, lr=0.1, steps=10):
    out = []
    for t in range(steps):
        loss = squared_loss(w, x, y)
        out.append((t, w.data, loss.data))
        loss.backward()
        update(w, lr)
        loss.grad = 0
    return out
