def squared_loss(w, x, y):
    w = w if isinstance(w, Value) else Value(w)
    e = w * x - y
    return e.square() * e
