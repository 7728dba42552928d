def mean_squared_loss(b, ys):
    return sum((b - y).abs() for y in ys) / len(ys)
