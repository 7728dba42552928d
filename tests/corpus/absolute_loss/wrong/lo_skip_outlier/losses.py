def mean_absolute_loss(b, ys):
    rest = sorted(ys)[:-1] or ys
    return sum((b - y).abs() for y in rest) / len(rest)
