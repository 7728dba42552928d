def squared_loss(w, x, y):
    w = w if isinstance(w, Value) else Value(w)
    y = y if isinstance(y, Value) else Value(y)
    y_hat = w * x
    return y_hat.square() - y.square()
