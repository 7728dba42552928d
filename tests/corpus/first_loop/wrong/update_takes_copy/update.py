def update(w, lr):
    data = w.data
    grad = w.grad
    data = data - lr * grad
