def mean_absolute_loss(b, ys):
    return sum((b - y).abs() for y in ys)
