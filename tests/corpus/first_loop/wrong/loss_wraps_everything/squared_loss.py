def squared_loss(w, x, y):
    w, x, y = Value(w), Value(x), Value(y)
    return (w * x - y).square()
