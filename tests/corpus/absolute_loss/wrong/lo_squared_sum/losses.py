def mean_squared_loss(b, ys):
    return sum((b - y).square() for y in ys)
