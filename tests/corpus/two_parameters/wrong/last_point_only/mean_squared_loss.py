def mean_squared_loss(w, b, points):
    for x, y in points: loss = (predict(w, b, x) - y).square()
    return loss
