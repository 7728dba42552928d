def squared_loss(w, x, y):
    e = w * x - y
    return e
