def squared_loss(w, y, x):
    w = w if isinstance(w, Value) else Value(w)
    return (w * x - y).square()
