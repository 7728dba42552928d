def squared_loss(w, x, y):
    w = w if isinstance(w, Value) else Value(w)
    loss = (w * x - y).square()
    return loss.data
