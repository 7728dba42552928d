def train(w, x, y, lr=0.1, steps=10):
    history = []
    i = 0
    while i < steps:
        L = squared_loss(w, x, y)
        history.append((i, w.data, L.data))
        L.backward()
        update(w, lr)
        i += 1
    return history
