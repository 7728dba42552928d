def _one_turn(step, w, x, y, lr):
    loss = squared_loss(w, x, y)
    row = (step, w.data, loss.data)
    loss.backward()
    update(w, lr)
    w.grad = 0.0
    return row


def train(w, x, y, lr=0.1, steps=10):
    return [_one_turn(step, w, x, y, lr) for step in range(steps)]
