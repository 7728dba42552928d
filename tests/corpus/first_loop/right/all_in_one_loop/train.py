def train(w, x, y, lr=0.1, steps=10):
    out = []
    for i in range(steps):
        error = w * x - y
        L = error * error
        L.backward()
        out.append((i, w.data, L.data))
        w.data, w.grad = w.data - lr * w.grad, 0.0
    return out
