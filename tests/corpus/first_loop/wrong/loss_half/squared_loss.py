def squared_loss(w, x, y):
    y_hat = (w if isinstance(w, Value) else Value(w)) * x
    return 0.5 * (y_hat - y).square()
