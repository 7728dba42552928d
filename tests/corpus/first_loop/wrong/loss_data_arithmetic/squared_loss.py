def squared_loss(w, x, y):
    w = w if isinstance(w, Value) else Value(w)
    pred = w.data * x
    err = Value(pred) - y
    return err.square()
