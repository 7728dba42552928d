def squared_loss(w, x, y):
    if not isinstance(w, Value):
        w = Value(w)
    if not isinstance(x, Value):
        x = Value(x)
    # error = w * x - y
    error = w * (x - y)
    return error.square()
