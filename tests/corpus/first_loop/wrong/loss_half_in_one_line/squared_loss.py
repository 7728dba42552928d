def squared_loss(w, x, y):
    return (w * x - y).square() * 0.5
