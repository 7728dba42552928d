def train(w, x, y, lr=0.1, steps=10):
    for step in range(steps):
        loss = squared_loss(w, x, y)
        loss.backward()
        update(w, lr)
        print(f"{step}: w = {w.data}, loss = {loss.data}")
