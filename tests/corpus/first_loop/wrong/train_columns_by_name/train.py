def train(w, x, y, lr=0.1, steps=10):
    history = {"steps": [], "weights": [], "losses": []}
    for step in range(steps):
        loss = squared_loss(w, x, y)
        history["steps"].append(step)
        history["weights"].append(w.data)
        history["losses"].append(loss.data)
        loss.backward()
        update(w, lr)
        w.grad = 0.0
    return history
