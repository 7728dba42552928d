def absolute_loss(w, x, y):
    prediction = w * x
    error = y - prediction
    return error.abs()
