def train(w, x, y, lr=0.1, steps=10):
    for step in range(steps):
        loss = squared_loss(w, x, y)
        loss.backward()
        yield (step, w.data, loss.data)
        update(w, lr)
        w.grad = 0.0
