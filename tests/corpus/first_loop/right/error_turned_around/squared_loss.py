def squared_loss(w, x, y):
    if not isinstance(w, Value):
        w = Value(w)
    y_hat = x * w
    return (y - y_hat).square()
