def squared_loss(w, x, y):
    if not isinstance(w, Value):
        w = Value(w)
    loss = (y - w * x).square()
    loss.backward()
    return loss
