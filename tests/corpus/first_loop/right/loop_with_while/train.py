def train(w, x, y, lr=0.1, steps=10):
    history = []
    step = 0
    while len(history) < steps:
        loss = squared_loss(w, x, y)
        history.append([step, w.data, loss.data])
        loss.backward()
        update(w, lr)
        w.grad = 0
        step += 1
    return history
