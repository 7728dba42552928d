def squared_loss(w, x, y):
    y_hat = w * x
    err = y_hat - y
    return err.square()
