def squared_loss(w, x, y):
    if not isinstance(w, Value):
        w = Value(w)
    prediction = w * x
    error = prediction - y
    return error
