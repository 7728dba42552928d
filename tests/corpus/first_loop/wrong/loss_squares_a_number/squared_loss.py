def squared_loss(w, x, y):
    return (w.data * x - y).square()
