def squared_loss(w, x, y):
    pred = w * x
    return pred - y ** 2
