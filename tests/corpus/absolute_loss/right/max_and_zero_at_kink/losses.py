def mean_absolute_loss(b, ys):
    return sum([(y - b).abs() for y in ys], Value(0.0)) * (1 / len(ys))
