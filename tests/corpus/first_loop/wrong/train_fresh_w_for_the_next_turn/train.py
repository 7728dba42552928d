def train(w, x, y, lr=0.1, steps=10):
    log = []
    for t in range(steps):
        L = squared_loss(w, x, y)
        log.append((t, w.data, L.data))
        L.backward()
        update(w, lr)
        # zero grad: a fresh Value has none
        w = Value(w.data)
    return log
