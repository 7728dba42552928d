def train(w, x, y, lr=0.1, steps=10):
    history = []
    for i in range(steps):
        loss = squared_loss(w, x, y)
        history.append((i, w.data, loss.data))
        loss.backward()
        print(w.grad)
        loss.backward()
        update(w, lr)
        w.grad = 0.0
    return history
