def train(w, x, y, lr=0.1, steps=10):
    y_hat = w * x
    table = []
    for step in range(steps):
        loss = (y_hat - y).square()
        table.append((step, w.data, loss.data))
        loss.backward()
        w.data -= lr * w.grad
        w.grad = 0.0
    return table
