def squared_loss(w, x, y):
    w = w if isinstance(w, Value) else Value(w)
    return (w * x - y).square()
