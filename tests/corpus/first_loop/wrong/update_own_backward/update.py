def update(w, lr):
    w.backward()
    w.data -= lr * w.grad
