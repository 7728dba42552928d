def squared_loss(w, x, y):
    y_hat = w * x
    return (y_hat - y) ** 2
