def squared_loss(w, x, y):
    w = w if isinstance(w, Value) else Value(w)
    diff = w * x - y
    if diff.data < 0:
        diff = 0 - diff
    return diff
