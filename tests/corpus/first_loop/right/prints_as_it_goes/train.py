def train(w, x, y, lr=0.1, steps=10):
    rows = []
    print("step", "w", "loss", sep="\t")
    for step in range(steps):
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss.data))
        print(step, w.data, loss.data, sep="\t")
        loss.backward()
        update(w, lr)
        w.grad = 0.0
    print("done :)")
    return rows
