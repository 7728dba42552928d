def train(w, x, y, lr=0.1, steps=10):
    from collections import namedtuple

    Row = namedtuple("Row", "step w loss")
    rows = []
    for step in range(steps):
        loss = squared_loss(w, x, y)
        rows.append(Row(step, w.data, loss.data))
        loss.backward()
        update(w, lr)
        w.grad = 0.0
    return rows
