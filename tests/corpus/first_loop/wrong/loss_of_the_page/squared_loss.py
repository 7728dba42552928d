def squared_loss(w, x, y):
    y_hat = w * 3.0
    return (y_hat - 3.0).square()
