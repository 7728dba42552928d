def train(w, b, points, lr=0.1, steps=10):
    history = []
    for k in range(steps):
        dw, db = gradients(w.data, b.data, points)
        history += [(k, w.data, b.data, mean_squared_loss(w, b, points).data)]
        w.data, b.data = w.data - lr * dw, b.data - lr * db
    w.grad = b.grad = 0
    return history
