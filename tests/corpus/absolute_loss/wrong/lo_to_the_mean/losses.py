def mean_absolute_loss(b, ys):
    return (b - sum(ys) / len(ys)).abs()
