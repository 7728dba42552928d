def train(w, b, points, lr=0.1, steps=10):
    out = ()
    for s in range(steps):
        loss = mean_squared_loss(w, b, points)
        loss.backward()
        out += ([s, w.data, b.data, loss.data],)
        update([w, b], lr)
        w.grad, b.grad = 0, 0
    return out
