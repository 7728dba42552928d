def mean_absolute_loss(b, ys):
    return (sum((b - y) for y in ys) / len(ys)).abs()
